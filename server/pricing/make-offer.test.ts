import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hall } from '#contract/hall.ts'
import { SeatId } from '#contract/ids.ts'
import { Quote } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import { lastSaleBeforeEndMs } from '../catalog/programme.ts'
import { showIdOf } from '../catalog/show-id.ts'
import {
  sampleCinema,
  samplePlan,
  sampleSeat,
  sampleShow,
  sectionOne,
} from '../catalog/test-support/sample.ts'
import type { CloudShow } from '../moviecloud/gateway-types.ts'
import { buildHall } from '../seating/build-hall.ts'
import { createMakeOffer, quoteFor } from './make-offer.ts'

const seats = Array.from({ length: 20 }, (_, index) => sampleSeat(`A-${index + 1}`))

function hallOf(show: Partial<CloudShow>, cityCode = '440100', goldSeats = 10): Hall {
  return buildHall({
    cinema: sampleCinema({ cityCode }),
    show: sampleShow(show),
    plan: samplePlan(seats),
    areas: [
      { sectionId: sectionOne, name: '黄金区', seatIds: seats.slice(0, goldSeats).map(({ id }) => id) },
    ],
    maxSeats: 20,
  })
}

describe('a quote', () => {
  const gold = [{ name: '黄金区', settleFen: 6000 }]

  it('charges a fee per ticket on every line', () => {
    const quote = quoteFor(hallOf({ settleFen: 4500, areaPrices: gold }), [9, 10])
    expect(quote.lines.map(({ areaName, ticketFen, feeFen }) => [areaName, ticketFen, feeFen])).toEqual([
      ['黄金区', 6000, 300],
      [undefined, 4500, 300],
    ])
    expect(quote).toMatchObject({ ticketsFen: 10_500, feesFen: 600, totalFen: 11_100, feeKind: 'ticket' })
  })

  it('charges a fee per order once, on the first line', () => {
    const quote = quoteFor(hallOf({ settleFen: 4500, feeKind: 'order' }), [0, 1, 2])
    expect(quote.lines.map(({ feeFen }) => feeFen)).toEqual([300, 0, 0])
    expect(quote.totalFen).toBe(13_800)
  })

  it('has a hash that any change of seats or amounts changes', () => {
    const hash = (show: Partial<CloudShow>, indexes: number[]) => quoteFor(hallOf(show), indexes).hash
    const hashes = [
      hash({}, [0]),
      hash({}, [1]),
      hash({}, [0, 1]),
      hash({ settleFen: 8999 }, [0]),
      hash({ feeFen: 301 }, [0]),
      hash({ feeKind: 'order' }, [0]),
      hash({ scheduleId: '2' }, [0]),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hash({}, [0])).toBe(hash({ scheduleKey: 'another' }, [0]))
  })

  it('is refused for a seat that is not in the hall', () => {
    expect(() => quoteFor(hallOf({}), [20])).toThrow(RangeError)
  })

  it('adds up to the fen, whatever the basket', () => {
    const fen = fc.integer({ min: 0, max: 100_000 })
    const basket = fc.record({
      show: fc.record({
        standardFen: fen,
        lowestFen: fen,
        feeFen: fc.integer({ min: 0, max: 3_000 }),
        feeKind: fc.constantFrom('ticket' as const, 'order' as const),
        areaPrices: fc.array(fc.record({ name: fc.constant('黄金区'), settleFen: fen }), { maxLength: 1 }),
      }),
      cityCode: fc.constantFrom('440100', '310000', '310115'),
      goldSeats: fc.integer({ min: 0, max: 20 }),
      indexes: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 1, maxLength: 20 }),
    })
    fc.assert(
      fc.property(basket, ({ show, cityCode, goldSeats, indexes }) => {
        const quote = Quote.parse(quoteFor(hallOf(show, cityCode, goldSeats), indexes))
        const sum = (pick: (line: Quote['lines'][number]) => number) =>
          quote.lines.reduce((total, line) => total + pick(line), 0)
        expect(quote.lines).toHaveLength(indexes.length)
        expect(quote.ticketsFen).toBe(sum(line => line.ticketFen))
        expect(quote.feesFen).toBe(sum(line => line.feeFen))
        expect(quote.totalFen).toBe(quote.ticketsFen + quote.feesFen)
        if (show.feeKind === 'order') expect(quote.lines.slice(1).every(line => line.feeFen === 0)).toBe(true)
        if (cityCode.startsWith('310')) {
          expect(quote.lines.every(line => line.feeFen <= 1200 && line.feeFen * 5 <= line.ticketFen)).toBe(
            true,
          )
        }
        for (const line of quote.lines) {
          if (line.areaName === undefined) expect(line.ticketFen).toBeGreaterThanOrEqual(show.lowestFen)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('an offer', () => {
  const show = sampleShow({ settleFen: 4500 })
  const cinema = sampleCinema()
  const hall = hallOf({ settleFen: 4500 })

  async function offerAt(nowMs: number, changes: { show?: Partial<CloudShow>; fetchedAtMs?: number } = {}) {
    const makeOffer = createMakeOffer({
      clock: { now: () => nowMs },
      seating: {
        hall: async () => ({
          cinema,
          show: { ...show, ...changes.show },
          hall,
          fetchedAtMs: changes.fetchedAtMs ?? nowMs,
        }),
        seatStates: () => Promise.reject(new Error('nobody has to know what is sold')),
      },
    })
    return makeOffer(showIdOf(show), [SeatId.parse('A-1')])
  }

  const lastChance = show.sellsUntil - lastSaleBeforeEndMs

  it('says everything an order needs to know', async () => {
    const offer = await offerAt(lastChance)
    expect(offer).toMatchObject({
      ref: { cinemaId: '681', scheduleId: '18406', scheduleKey: show.scheduleKey },
      show: {
        id: '681~18406',
        cinemaName: '星河影城',
        hallName: '14号厅',
        filmName: '火星救援',
        startsAt: '2026-11-23T19:30:00+08:00',
        endsAt: '2026-11-23T22:00:00+08:00',
      },
      quote: { totalFen: 4800 },
      refund: { kind: 'until', minutesBeforeShow: 60 },
      startsAtMs: show.startsAt,
      sellsUntilMs: show.sellsUntil,
    })
  })

  it.each([
    ['sales-ended', { nowMs: lastChance + 1 }],
    ['show-not-on-sale', { nowMs: lastChance, show: { onSale: false } }],
    ['selling-paused', { nowMs: lastChance, fetchedAtMs: lastChance - 1 - 3_600_000 }],
  ])('is refused with %s', async (code, { nowMs, ...changes }) => {
    const refusal = await offerAt(nowMs, changes).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ code })
  })
})
