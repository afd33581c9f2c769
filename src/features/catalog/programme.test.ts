import { expect, test } from 'vitest'
import { Programme, type SaleState } from '#contract/catalog.ts'
import { versionLabel } from './labels.ts'
import { filmsOfDay, findFilm, isToday } from './programme.ts'

const film = (code: string) => ({
  code,
  name: `影片${code}`,
  shortName: code,
  language: '国语',
  durationMinutes: 120,
  dimension: '2D',
  screen: 'NORMAL',
})

const show = (filmCode: string, hour: number, sale: SaleState, fromFen: number) => ({
  id: `681~${filmCode}${hour}`,
  cinemaId: '681',
  hallId: '1',
  hallName: '1号厅',
  filmCode,
  language: '国语',
  dimension: '2D',
  screen: 'NORMAL',
  startsAt: `2026-11-23T${hour}:00:00+08:00`,
  endsAt: `2026-11-23T${hour + 2}:00:00+08:00`,
  sellsUntil: `2026-11-23T${hour}:00:00+08:00`,
  sale,
  fromFen,
})

const programme = Programme.parse({
  cinemaId: '681',
  date: '2026-11-23',
  days: ['2026-11-23'],
  films: ['over', 'late', 'early', 'closed', 'elsewhere'].map(film),
  shows: [
    show('late', 20, 'on-sale', 4500),
    show('over', 10, 'sales-ended', 2000),
    show('early', 18, 'on-sale', 6000),
    show('early', 12, 'sales-ended', 1000),
    show('early', 14, 'on-sale', 3900),
    show('closed', 11, 'not-on-sale', 3000),
  ],
  fetchedAt: '2026-11-23T09:00:00+08:00',
  stale: false,
})

test('films that can be bought come first, by their next show; films without shows do not come', () => {
  expect(filmsOfDay(programme).map(entry => [entry.film.code, entry.sale])).toEqual([
    ['early', 'open'],
    ['late', 'open'],
    ['over', 'ended'],
    ['closed', 'none'],
  ])
})

test('a film’s shows are in order of time, and its price counts only what can be bought', () => {
  const early = findFilm(programme, 'early')
  expect(early?.shows.map(entry => entry.startsAt.slice(11, 13))).toEqual(['12', '14', '18'])
  expect(early?.next?.startsAt.slice(11, 13)).toBe('14')
  expect(early?.fromFen).toBe(3900)
  expect(findFilm(programme, 'over')?.fromFen).toBeUndefined()
  expect(findFilm(programme, 'nowhere')).toBeUndefined()
})

test('half past one at night still belongs to the evening’s programme', () => {
  expect(isToday(programme, Date.parse('2026-11-24T01:30:00+08:00'))).toBe(true)
  expect(isToday(programme, Date.parse('2026-11-24T06:30:00+08:00'))).toBe(false)
})

test.each([
  [{ language: '国语', dimension: '2D', screen: 'NORMAL' }, '国语 2D', 'Mandarin 2D'],
  [{ language: '英语', dimension: '3D', screen: 'IMAX' }, '英语 IMAX 3D', 'English IMAX 3D'],
  [{ language: '藏语', dimension: '2D' }, '藏语 2D', '藏语 2D'],
])('%j is labelled in both languages', (showing, zh, en) => {
  expect(versionLabel(showing, 'zh')).toBe(zh)
  expect(versionLabel(showing, 'en')).toBe(en)
})
