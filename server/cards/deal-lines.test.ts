import { expect, it } from 'vitest'
import { SeatId } from '#contract/ids.ts'
import type { QuoteLine } from '#contract/order.ts'
import { sampleCinema, sampleShow } from '../catalog/test-support/sample.ts'
import { dealLines } from './deal-lines.ts'

function line(seat: string, changes: Partial<QuoteLine> = {}): QuoteLine {
  const seatId = SeatId.parse(seat)
  return { seatId, row: 'A', column: '1', sectionName: '普通区', ticketFen: 4500, feeFen: 300, ...changes }
}
const row = [line('A-1'), line('A-2'), line('A-3', { areaName: '黄金区', ticketFen: 9000 })]

const deal = (changes: Partial<Parameters<typeof dealLines>[1]> = {}) => ({
  kind: 'member' as const,
  priceOf: () => 3600,
  most: 9999,
  show: sampleShow({ lowestFen: 2500 }),
  cinema: sampleCinema(),
  evenAtNoSaving: false,
  ...changes,
})
const outcome = (...asked: Parameters<typeof dealLines>) =>
  dealLines(...asked).map(({ ticketFen, feeFen, deal: kind }) => [ticketFen, feeFen, kind])

const plain = [4500, 300, undefined]
const inArea = [9000, 300, undefined]
it.each<[string, Parameters<typeof deal>[0], unknown[]]>([
  [
    'the card’s price, but for a seat in a priced area',
    {},
    [[3600, 300, 'member'], [3600, 300, 'member'], inArea],
  ],
  [
    'never less than the lowest price',
    { priceOf: () => 1000 },
    [[2500, 300, 'member'], [2500, 300, 'member'], inArea],
  ],
  ['no more tickets than the card may buy', { most: 1 }, [[3600, 300, 'member'], plain, inArea]],
  ['none, when it may buy none', { most: -1 }, [plain, plain, inArea]],
  ['no price of the card that is none', { priceOf: () => undefined }, [plain, plain, inArea]],
  ['no price of the card that saves nothing', { priceOf: () => 4500 }, [plain, plain, inArea]],
  [
    'the same price on a card by times',
    { priceOf: () => 4500, evenAtNoSaving: true },
    [[4500, 300, 'member'], [4500, 300, 'member'], inArea],
  ],
  [
    'the tickets first that save most',
    { most: 1, priceOf: ({ seatId }) => (seatId === 'A-2' ? 3000 : 3600) },
    [plain, [3000, 300, 'member'], inArea],
  ],
  [
    'in Shanghai no more fee than a fifth of the new price',
    {
      kind: 'benefit',
      cinema: sampleCinema({ cityCode: '310115' }),
      show: sampleShow({ lowestFen: 0 }),
      priceOf: () => 1004,
    },
    [[1004, 200, 'benefit'], [1004, 200, 'benefit'], inArea],
  ],
])('a card gives %s', (_, changes, expected) => {
  expect(outcome(row, deal(changes))).toEqual(expected)
})

it('a fee per order stays on the first line', () => {
  const lines = [line('A-1'), line('A-2', { feeFen: 0 })]
  expect(outcome(lines, deal({ show: sampleShow({ feeKind: 'order' }) }))).toEqual([
    [3600, 300, 'member'],
    [3600, 0, 'member'],
  ])
})
