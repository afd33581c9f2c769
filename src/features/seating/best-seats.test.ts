import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { couplePartners } from '#contract/couples.ts'
import type { SeatRules } from '#contract/hall.ts'
import { judgeSeats, refusalIn } from '#contract/judge-seats.ts'
import { seatGround } from '#contract/seat-ground.ts'
import { isLegal } from '#contract/seat-repair.ts'
import { bestSeats, type Wish } from './best-seats.ts'
import { layoutOf } from './layout/hall-layout.ts'
import { placeScore } from './place-score.ts'
import { drawHall } from './test-hall.ts'
import { halves } from './two-rows.ts'

const party = (size: number): Wish => ({ size, wheelchair: false })
const inWheelchair = (size: number): Wish => ({ size, wheelchair: true })

const strict: SeatRules = {
  gap: { mode: 'forbid', shortestRun: 1, areasBreakRuns: false },
  companions: 'forbid',
  within: 'hall',
}

/** The first suggestion, as the drawing with the suggested seats marked, and how the party sits. */
function firstIn(rows: readonly string[], wish: Wish, seatRules?: SeatRules) {
  const { hall, sold } = drawHall({ rows })
  const asked = { ...hall, maxSeats: 20, ...(seatRules && { seatRules }) }
  const best = bestSeats(layoutOf(asked), wish, sold)
  if (best.kind === 'none') return best.reason
  const [first] = best.suggestions
  let index = -1
  const drawn = rows.map(row =>
    [...row]
      .map(mark => {
        if (mark !== ' ') index += 1
        return mark !== ' ' && first?.seats.includes(index) ? '#' : mark
      })
      .join(''),
  )
  return [...drawn, first?.arrangement]
}

describe('the best seats', () => {
  it.each<[string, Wish, string[], string[]]>([
    [
      'are in the middle of the best row',
      party(2),
      ['oooooo', 'oooooo', 'oooooo', 'oooooo', 'oooooo'],
      ['oooooo', 'oooooo', 'oooooo', 'oo##oo', 'oooooo'],
    ],
    ['go beside what is sold', party(2), ['oossoo'], ['##ssoo']],
    ['do not reach across an aisle', party(2), ['oo o oo'], ['## o oo']],
    ['leave no single seat when they need not', party(2), ['sooossssooosoo'], ['sooossssooos##']],
    ['leave one when all do', party(2), ['ooo'], ['##o']],
    ['take a couple seat whole', party(2), ['sLRs'], ['s##s']],
    ['leave a couple seat whole', party(1), ['LRo'], ['LR#']],
    ['leave couple seats to couples', party(3), ['oLRooLRLRosooo'], ['oLRooLRLRos###']],
    ['take couple seats for four', party(4), ['LRLRsoos'], ['####soos']],
    ['take a chair beside a couple seat when nothing else is left', party(3), ['LRosoos'], ['###soos']],
    ['leave wheelchair spaces to others', party(1), ['oWo'], ['#Wo']],
    ['take motion seats', party(2), ['ZZ'], ['##']],
  ])('%s', (_, wish, rows, expected) => {
    expect(firstIn(rows, wish)).toEqual([...expected, 'together'])
  })

  it.each<[string, Wish, string[], (string | undefined)[]]>([
    ['a wheelchair place alone', inWheelchair(1), ['oooo', 'Wooo'], ['oooo', '#ooo', 'together']],
    ['it and the seat beside it', inWheelchair(2), ['oooo', 'Wooo'], ['oooo', '##oo', 'together']],
    ['it between its companions', inWheelchair(3), ['soWos'], ['s###s', 'together']],
    ['no couple seat for a companion', inWheelchair(2), ['LRWs', 'oooo'], ['LR#s', 'oo#o', 'nearby']],
    ['companions as near as can be', inWheelchair(3), ['oooooo', 'Wsssss'], ['##oooo', '#sssss', 'nearby']],
  ])('of a party with a wheelchair are %s', (_, wish, rows, expected) => {
    expect(firstIn(rows, wish)).toEqual(expected)
  })

  it.each<[string, number, string[], (string | undefined)[]]>([
    [
      'in two rows behind each other',
      5,
      ['sssss', 'sooos', 'soooo', 'sssss'],
      ['sssss', 's###s', 's##oo', 'sssss', 'two-rows'],
    ],
    ['as two pairs', 4, ['soos', 'ssss', 'soos'], ['s##s', 'ssss', 's##s', 'groups']],
    ['apart when nothing else is left', 3, ['sos', 'sss', 'oso'], ['s#s', 'sss', '#s#', 'apart']],
  ])('of a party that cannot sit together are %s', (_, size, rows, expected) => {
    const all = [...rows, 's'.repeat(12)]
    const [arrangement, ...drawn] = expected.toReversed()
    expect(firstIn(all, party(size))).toEqual([...drawn.toReversed(), 's'.repeat(12), arrangement])
  })

  it('tell how many could sit together, and that only couple seats are left', () => {
    const { hall, sold } = drawHall({ rows: ['sooos', 'soooo', 'ssssssssss'] })
    const best = bestSeats(layoutOf({ ...hall, maxSeats: 5 }), party(5), sold)
    expect(best.kind === 'found' && best.suggestions[0]?.mostTogether).toBe(4)
    const sofas = drawHall({ rows: ['LRLRs'] })
    const couple = bestSeats(layoutOf(sofas.hall), party(2), sofas.sold)
    expect(couple.kind === 'found' && couple.suggestions[0]?.onlyCouples).toBe(true)
  })

  it.each<[string, Wish, string[], object]>([
    ['everything is sold', party(1), ['xHs'], { kind: 'sold-out' }],
    ['only wheelchair spaces are left', party(1), ['Ws'], { kind: 'sold-out' }],
    ['fewer are left', party(3), ['oos'], { kind: 'too-few', left: 2 }],
    ['only couple seats are left for one', party(1), ['LR'], { kind: 'only-couples' }],
    ['only couple seats are left for three', party(3), ['LRLR'], { kind: 'only-couples' }],
    ['no wheelchair place is free', inWheelchair(2), ['ooo'], { kind: 'no-wheelchair-place' }],
    ['nobody can come along', inWheelchair(2), ['Wss'], { kind: 'too-few', left: 1 }],
  ])('are none when %s', (_, wish, rows, reason) => {
    expect(firstIn(rows, wish)).toEqual(reason)
  })

  it.each<[string, Partial<SeatRules>]>([
    ['warned of', { gap: { mode: 'warn', shortestRun: 1, areasBreakRuns: false } }],
    ['forbidden', { gap: { mode: 'forbid', shortestRun: 1, areasBreakRuns: true } }],
  ])('leave no gap that is %s, down to the last suggestion', (_, changed) => {
    const { hall, sold } = drawHall({ rows: ['soooooos', 'oooooo'] })
    const ruled = { ...hall, seatRules: { ...strict, ...changed } }
    const best = bestSeats(layoutOf(ruled), party(2), sold)
    if (best.kind === 'none') throw new Error('there are seats for two')
    expect(best.suggestions.length).toBeGreaterThan(3)
    const ground = seatGround(ruled, sold)
    for (const { seats } of best.suggestions) expect(isLegal(ground, seats)).toBe(true)
  })

  it('leave the last seat beside a wheelchair place to a companion', () => {
    expect(firstIn(['Wooos'], party(2), strict)).toEqual(['Wo##s', 'together'])
  })

  it('go on to others that share no seat', () => {
    const { hall } = drawHall({ rows: ['oooo', 'oooo'] })
    const best = bestSeats(layoutOf(hall), party(2), new Set())
    const all = best.kind === 'found' ? best.suggestions.map(({ seats }) => seats) : []
    expect(all).toHaveLength(4)
    expect(new Set(all.flat()).size).toBe(8)
  })

  it('keep to the price that is asked for', () => {
    const { hall } = drawHall({ rows: ['oooooo', 'oooooo'] })
    const banded = { ...hall, bands: [...hall.bands, ...hall.bands] }
    banded.seats = { ...hall.seats, band: hall.seats.band.map((_, seat) => (seat < 6 ? 1 : 0)) }
    const first = (wish: Wish) => {
      const best = bestSeats(layoutOf(banded), wish, new Set())
      return best.kind === 'found' ? best.suggestions[0]?.seats : best.reason.kind
    }
    expect(first(party(2))).toEqual([8, 9])
    expect(first({ ...party(2), band: 1 })).toEqual([2, 3])
    expect(first({ ...party(7), band: 1 })).toBe('too-few')
  })
})

const mark = fc.constantFrom('o', 'o', 'o', 'o', 's', ' ', 'x', 'H', 'W', 'LR')
const row = fc.array(mark, { minLength: 1, maxLength: 7 }).map(marks => marks.join(''))
const smallHall = fc
  .array(row, { minLength: 1, maxLength: 3 })
  .filter(rows => rows.join('').replace(/[^oLR]/g, '').length <= 12)
  // A row without gaps says how far neighbours are apart: "o o" alone could be two of them on a coarse grid.
  .map(rows => [...rows, 's'.repeat(24)])
const anyRules: fc.Arbitrary<SeatRules> = fc.record({
  gap: fc.record({
    mode: fc.constantFrom('off', 'warn', 'forbid'),
    shortestRun: fc.constantFrom(1, 4),
    areasBreakRuns: fc.constant(false),
  }),
  companions: fc.constantFrom('off', 'forbid'),
  within: fc.constant('hall'),
})

function choices(of: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return of.flatMap((first, k) => choices(of.slice(k + 1), size - 1).map(rest => [first, ...rest]))
}

describe('against a search through every choice in small halls', () => {
  const runs = { numRuns: 1500, seed: 20_261_123 }
  const hall = fc.tuple(smallHall, anyRules).map(([rows, seatRules]) => {
    const drawn = drawHall({ rows })
    const ruled = { ...drawn.hall, maxSeats: 20, seatRules }
    return { hall: ruled, sold: drawn.sold, ground: seatGround(ruled, drawn.sold), layout: layoutOf(ruled) }
  })
  const size = fc.integer({ min: 1, max: 5 })

  it('the first is the best that is side by side and legal, by the stated measure', () => {
    fc.assert(
      fc.property(hall, size, ({ layout, ground, sold }, count) => {
        const free = [...ground.seats.id.keys()].filter(
          seat => ground.isFree(seat) && ground.seats.type[seat] !== 'W',
        )
        const { besideRight } = ground.runs
        const score = placeScore(layout, ground)
        const together = choices(free, count)
          .map(choice => choice.sort((a, b) => (layout.x[a] ?? 0) - (layout.x[b] ?? 0)))
          .filter(choice => choice.every((seat, k) => k === 0 || besideRight[choice[k - 1] ?? -1] === seat))
          .filter(choice => isLegal(ground, choice))
        const best = bestSeats(layout, party(count), sold)
        const first = best.kind === 'found' ? best.suggestions[0] : undefined
        if (together.length === 0) {
          expect(first && isLegal(ground, first.seats) && first.arrangement === 'together').not.toBe(true)
        } else {
          expect(first?.arrangement).toBe('together')
          expect(score.ofPlace(first?.seats ?? [])).toBe(Math.min(...together.map(score.ofPlace)))
        }
      }),
      runs,
    )
  })

  it('every suggestion is free, whole, of that size, and never refused; there is one whenever there can be', () => {
    fc.assert(
      fc.property(hall, size, ({ layout, ground, sold }, count) => {
        const partners = couplePartners(ground.seats)
        const isWhole = (seats: readonly number[]) =>
          seats.every(seat => (partners[seat] ?? -1) < 0 || seats.includes(partners[seat] ?? -1))
        const free = [...ground.seats.id.keys()].filter(
          seat => ground.isFree(seat) && ground.seats.type[seat] !== 'W',
        )
        const possible = choices(free, count).filter(isWhole)
        const legal = possible.filter(choice => isLegal(ground, choice))
        const best = bestSeats(layout, party(count), sold)
        expect(best.kind).toBe(possible.length > 0 ? 'found' : 'none')
        if (best.kind === 'none') return
        const seen = new Set<number>()
        for (const { seats } of best.suggestions) {
          expect(new Set(seats).size).toBe(count)
          expect(seats.every(seat => free.includes(seat) && !seen.has(seat))).toBe(true)
          expect(isWhole(seats)).toBe(true)
          if (legal.length > 0) expect(isLegal(ground, seats)).toBe(true)
          expect(refusalIn(judgeSeats(ground, seats))).toBeUndefined()
          for (const seat of seats) seen.add(seat)
        }
      }),
      runs,
    )
  })
})

describe('a party in two rows', () => {
  it.each([
    [2, ['1+1']],
    [3, ['1+2', '2+1']],
    [4, ['2+2']],
    [5, ['2+3', '3+2']],
    [8, ['3+5', '4+4', '5+3']],
  ])('of %i', (size, expected) => {
    expect(halves(size).map(([front, back]) => `${front}+${back}`)).toEqual(expected)
  })
})
