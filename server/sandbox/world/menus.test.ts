import { describe, expect, test } from 'vitest'
import { cinemaDesigns } from './cinemas.ts'
import { isListed } from './goods.ts'

const open = cinemaDesigns.filter(cinema => cinema.openToPartners)
const menus = open.flatMap(({ name, menu }) => (menu ? [{ name, ...menu }] : []))

test('some cinemas sell goods through partners and some do not', () => {
  expect(menus).toHaveLength(4)
  expect(open.length - menus.length).toBe(2)
})

describe.each(menus)('the menu of $name', ({ goods, maxBuyCount }) => {
  test('has a dozen things with numbers of their own, packages among them, and something off sale', () => {
    expect(goods.filter(isListed).length).toBeGreaterThanOrEqual(12)
    expect(new Set(goods.map(({ goodsId }) => goodsId)).size).toBe(goods.length)
    expect(goods.filter(({ contents }) => contents !== undefined).length).toBeGreaterThanOrEqual(2)
    expect(goods.some(({ onSale }) => !onSale)).toBe(true)
    expect(maxBuyCount).toBeGreaterThan(0)
  })

  test('settles at most for the standard price', () => {
    for (const { name, settleFen = 1, standardFen } of goods) {
      expect(settleFen, name).toBeGreaterThan(0)
      expect(settleFen, name).toBeLessThanOrEqual(standardFen)
    }
  })
})
