import { expect, test } from 'vitest'
import { Cinema } from '#contract/catalog.ts'
import { byCity } from './cities.ts'

const cinema = (id: string, city: string): Cinema =>
  Cinema.parse({ id, name: id, city, cityCode: '', halls: [], refund: { kind: 'none' } })

test('keeps the order of cities and of their cinemas, and gathers a city named twice', () => {
  const cities = byCity([cinema('a', '上海'), cinema('b', '北京'), cinema('c', '上海')])
  expect(cities.map(({ name, cinemas }) => [name, cinemas.map(({ id }) => id)])).toEqual([
    ['上海', ['a', 'c']],
    ['北京', ['b']],
  ])
})

test('no cinemas, no cities', () => {
  expect(byCity([])).toEqual([])
})
