import { describe, expect, it } from 'vitest'
import { areaPrice, basePrice, feeOn, fromPrice } from './show-price.ts'
import { sampleShow } from './test-support/sample.ts'

const guangzhou = '440100'
const shanghai = '310101'

describe('the price of a ticket', () => {
  it.each([
    ['the settle price', { settleFen: 2200, standardFen: 9000, lowestFen: 2500 }, 2200],
    ['the standard price without one', { standardFen: 9000, lowestFen: 2500 }, 9000],
    ['the lowest price when the standard is below it', { standardFen: 2000, lowestFen: 2500 }, 2500],
    ['nothing at all when the cinema settles for nothing', { settleFen: 0 }, 0],
  ])('is %s', (_, prices, expected) => {
    expect(basePrice(sampleShow(prices))).toBe(expected)
  })

  it('is the area’s own under exactly its name', () => {
    const show = sampleShow({ settleFen: 3000, areaPrices: [{ name: '黄金区', settleFen: 11_010 }] })
    expect(areaPrice(show, '黄金区')).toBe(11_010)
    expect(areaPrice(show, '黄金座')).toBeUndefined()
  })
})

describe('the fee', () => {
  it.each([
    ['as the cinema set it outside Shanghai', 5000, 1500, guangzhou, 1500],
    ['12 yuan at most in Shanghai', 10_000, 1500, shanghai, 1200],
    ['a fifth of the ticket at most in Shanghai', 3000, 1500, shanghai, 600],
    ['rounded down to whole fen', 2999, 1500, shanghai, 599],
    ['untouched in Shanghai while it is small', 10_000, 300, shanghai, 300],
    ['nothing on a free ticket in Shanghai', 0, 300, shanghai, 0],
    ['untouched in a city whose code only contains 310', 1000, 900, '233100', 900],
  ])('is %s', (_, ticketFen, feeFen, cityCode, expected) => {
    expect(feeOn(sampleShow({ feeFen }), ticketFen, cityCode)).toBe(expected)
  })
})

it('shows the lowest ticket with its fee as the price a show starts from', () => {
  const areaPrices = [
    { name: '黄金区', settleFen: 8000 },
    { name: '前区', settleFen: 3000 },
  ]
  const show = sampleShow({ settleFen: 5000, feeFen: 1000, areaPrices })
  expect(fromPrice(show, guangzhou)).toBe(4000)
  expect(fromPrice(show, shanghai)).toBe(3600)
})
