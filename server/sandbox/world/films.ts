import type { Dimensional, ScreenSize } from './hall.ts'

/** A film that is running; every name is invented. */
export interface Film {
  filmCode: string
  name: string
  /** The original sound and, where a dubbed copy runs too, the dubbed one. */
  languages: readonly [string, ...string[]]
  /** Minutes. */
  duration: number
  dimensionals: readonly Dimensional[]
  sizes: readonly ScreenSize[]
  /** How much of a hall it fills on a good evening, 0 to 1. */
  draw: number
}

export const films: readonly [Film, ...Film[]] = [
  {
    filmCode: '001104512026',
    name: '雾港第七码头',
    languages: ['国语'],
    duration: 128,
    dimensionals: ['2D'],
    sizes: ['NORMAL', 'IMAX', 'DMAX'],
    draw: 0.92,
  },
  {
    filmCode: '051200872026',
    name: '深蓝回声：零度海沟',
    languages: ['英语', '国语'],
    duration: 141,
    dimensionals: ['3D', '2D', '4D'],
    sizes: ['NORMAL', 'IMAX', 'DMAX'],
    draw: 1,
  },
  {
    filmCode: '001108232026',
    name: '长街尽头的修表匠',
    languages: ['国语'],
    duration: 109,
    dimensionals: ['2D'],
    sizes: ['NORMAL'],
    draw: 0.55,
  },
  {
    filmCode: '001109042026',
    name: '小狮子阿墩历险记',
    languages: ['国语'],
    duration: 92,
    dimensionals: ['3D', '2D', '4D'],
    sizes: ['NORMAL', 'DMAX'],
    draw: 0.7,
  },
  {
    filmCode: '051200932026',
    name: '月背来电',
    languages: ['英语'],
    duration: 133,
    dimensionals: ['3D', '2D'],
    sizes: ['NORMAL', 'IMAX', 'DMAX'],
    draw: 0.85,
  },
  {
    filmCode: '001107182026',
    name: '红砖巷九号',
    languages: ['粤语', '国语'],
    duration: 117,
    dimensionals: ['2D'],
    sizes: ['NORMAL'],
    draw: 0.5,
  },
  {
    filmCode: '020100312026',
    name: '面包房的猫先生',
    languages: ['日语', '国语'],
    duration: 98,
    dimensionals: ['2D'],
    sizes: ['NORMAL'],
    draw: 0.62,
  },
  {
    filmCode: '001106772026',
    name: '逆光三千里',
    languages: ['国语'],
    duration: 124,
    dimensionals: ['2D', '4D'],
    sizes: ['NORMAL', 'IMAX', 'DMAX'],
    draw: 0.8,
  },
  {
    filmCode: '001105602026',
    name: '盐湖以北',
    languages: ['国语'],
    duration: 113,
    dimensionals: ['2D'],
    sizes: ['NORMAL'],
    draw: 0.3,
  },
  {
    filmCode: '014100182026',
    name: '候场人',
    languages: ['法语'],
    duration: 106,
    dimensionals: ['2D'],
    sizes: ['NORMAL'],
    draw: 0.22,
  },
  {
    filmCode: '001110152026',
    name: '纸鸢与铁鸟',
    languages: ['国语'],
    duration: 136,
    dimensionals: ['3D', '2D'],
    sizes: ['NORMAL', 'IMAX', 'DMAX'],
    draw: 0.75,
  },
  {
    filmCode: '001110882026',
    name: '云上邮差',
    languages: ['国语'],
    duration: 101,
    dimensionals: ['2D', '3D'],
    sizes: ['NORMAL', 'DMAX'],
    draw: 0.45,
  },
]

const byCode = new Map(films.map(film => [film.filmCode, film]))

/** @throws Error for a code that no show was ever given */
export function filmOf(filmCode: string): Film {
  const film = byCode.get(filmCode)
  if (!film) throw new Error(`no film ${filmCode}`)
  return film
}
