import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeatRules } from './hall.ts'
import { judgeSeats, refusalIn } from './judge-seats.ts'
import { nearestInstead } from './seat-repair.ts'
import { violationsOf } from './seat-rules.ts'
import { drawGround, redraw, strictRules } from './test-support/draw-seats.ts'
import { legalByPicture } from './test-support/read-picture.ts'

/** What is offered instead, drawn over the hall, and by how much the party moves. */
function repaired(pictures: readonly string[], changed: Partial<SeatRules> = {}) {
  const { ground, chosen } = drawGround(pictures, { ...strictRules, ...changed })
  const judgement = judgeSeats(ground, chosen)
  if (judgement.kind !== 'violated') return judgement.kind
  return [...redraw(pictures, judgement.repair.seats), judgement.repair.shift]
}

describe('the repair', () => {
  it.each<[string, string[], ReturnType<typeof repaired>]>([
    ['is none for a choice without gaps', ['__XX__'], 'fine'],
    ['moves one to the left', ['___XX_'], ['__MM__', -1]],
    ['moves one to the right, towards the hall’s axis', ['_XX___'], ['__MM__', 1]],
    ['moves away from the axis when nothing else is near', ['__X_'], ['___M', 1]],
    ['closes the middle', ['__X_X__'], ['__MM___', undefined]],
    ['goes to another row when its own has no room', ['X_XSXS', '____'], ['MMMS_S', '____', undefined]],
    ['goes to another row when its own has none', ['X_XSXX', '_____'], ['___S__', '_MMMM', undefined]],
    ['keeps the row that is well', ['__XX__', '_X____'], ['__MM__', '__M___', undefined]],
    ['keeps to the price', ['S_X_S', 'aaa', '___'], ['SM__S', 'aaa', '___', -1]],
    ['keeps to the price in another row', ['X_XSXX', 'aaaa', '____'], ['___S__', 'aaaa', 'MMMM', undefined]],
    ['never splits a couple seat', ['lr_X_S'], ['lrM__S', -1]],
    ['moves away from the companion’s seat', ['wX___'], ['w_M__', 1]],
    ['sends nobody to a wheelchair place', ['X_XS', 'w'], ['_MMS', 'w', undefined]],
    ['keeps a wheelchair place and moves its companions up', ['W_X__'], ['MM___', undefined]],
    ['divides the party when it cannot sit together', ['X_XSX', 'S_'], ['MMMS_', 'S_', undefined]],
    ['divides it in as few groups as can be', ['X_XSXSX', '_SSSSSS'], ['MMMSMS_', '_SSSSSS', undefined]],
  ])('%s', (_, pictures, expected) => {
    expect(repaired(pictures)).toEqual(expected)
  })
})

/** Seats by their places in the pictures. */
const named = (ids: readonly string[], seats: readonly number[]): ReadonlySet<string> =>
  new Set(seats.flatMap(seat => ids[seat] ?? []))

describe('a party that lost a seat to somebody else', () => {
  it('is offered as many together as near as can be', () => {
    const { ground } = drawGround(['_SS_', '____'])
    const judgement = judgeSeats(ground, [2, 3])
    expect(judgement).toMatchObject({ kind: 'violated', violations: [{ rule: 'sold', seats: [2] }] })
    expect(judgement.kind === 'violated' && judgement.repair.seats).toEqual([6, 7])
  })

  it('is told when so many are not left', () => {
    const { ground } = drawGround(['SS_S'])
    const judgement = judgeSeats(ground, [1, 2])
    expect(judgement.kind).toBe('impossible')
    expect(refusalIn(judgement)).toMatchObject({ rule: 'sold', seats: [1] })
  })
})

describe('instead of a seat that cannot be had', () => {
  it.each<[string, string[], number, number[] | undefined]>([
    ['the nearest free one', ['S_SD_'], 2, [1]],
    ['the nearest that leaves nobody alone', ['S___SSD'], 6, [3]],
    ['the nearest that leaves no gap', ['X__S_'], 3, [0, 4]],
    ['a couple seat whole', ['lrDSS'], 2, [1, 0]],
    ['no wheelchair place', ['wDS__'], 1, [3]],
    ['the one that suits what is chosen', ['_XXS_'], 3, [1, 2, 4]],
    ['none when none is left', ['wDS'], 1, undefined],
  ])('%s', (_, pictures, seat, expected) => {
    const { ground, chosen } = drawGround(pictures)
    const found = nearestInstead(ground, chosen, seat)?.seats
    expect(found && isSame(found, expected ?? [])).toBe(expected && true)
  })
})

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every(seat => b.includes(seat))

const sign = fc.constantFrom('_', '_', '_', '_', 'X', 'X', 'a', 'A', 'S', '|', 'w', 'v', 'lr', 'LR', 'h')
const row = fc.array(sign, { minLength: 1, maxLength: 6 }).map(signs => signs.join(''))
const smallHall = fc
  .tuple(row, fc.boolean(), row, row)
  .map(([first, split, ...rest]) => [first, ...(split ? ['==='] : []), ...rest])
  .filter(rows => rows.join('').replace(/[^_XaAlrLR]/g, '').length <= 13)
  // A sold row in every section, because a hall of aisles has no usual step to know an aisle by.
  .map(rows => ['S'.repeat(20), ...rows, 'S'.repeat(20)])
const anyRules: fc.Arbitrary<SeatRules> = fc.record({
  gap: fc.record({
    mode: fc.constantFrom('off', 'warn', 'forbid'),
    shortestRun: fc.constant(1),
    areasBreakRuns: fc.boolean(),
  }),
  companions: fc.constantFrom('off', 'warn', 'forbid'),
  within: fc.constantFrom('hall', 'hall', 'section', 'area'),
})

/** All choices of so many of these. */
function choices(of: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return of.flatMap((first, k) => choices(of.slice(k + 1), size - 1).map(rest => [first, ...rest]))
}

describe('against every choice there is in small halls', () => {
  const cleared: Record<string, string> = { X: '_', A: 'a', L: 'l', R: 'r' }
  const hall = fc.tuple(smallHall, anyRules).map(([pictures, rules]) => {
    const open = pictures.map(picture => [...picture].map(each => cleared[each] ?? each).join(''))
    return { ...drawGround(pictures, rules), open, rules }
  })
  const runs = { numRuns: 1500, seed: 20_261_123 }

  it('a choice is violated exactly when it is in the picture', () => {
    fc.assert(
      fc.property(hall, ({ ground, chosen, seats, open, rules }) => {
        const fine = violationsOf(ground, chosen).length === 0
        expect(fine).toBe(legalByPicture(open, named(seats.id, chosen), rules))
      }),
      { ...runs, numRuns: 4000 },
    )
  })

  it('a legal choice is offered whenever one exists, and nobody is refused when none does', () => {
    fc.assert(
      fc.property(hall, ({ ground, chosen, seats, open, rules }) => {
        fc.pre(chosen.length > 0 && chosen.length <= 5)
        const legal = (choice: readonly number[]) => legalByPicture(open, named(seats.id, choice), rules)
        const judgement = judgeSeats(ground, chosen)
        if (judgement.kind === 'violated') {
          expect(judgement.repair.seats).toHaveLength(chosen.length)
          expect(legal(judgement.repair.seats)).toBe(true)
        } else if (judgement.kind === 'unavoidable') {
          const free = [...seats.id.keys()].filter(seat => ground.isFree(seat) && seats.type[seat] !== 'W')
          expect(choices(free, chosen.length).filter(legal)).toEqual([])
          expect(refusalIn(judgement)).toBeUndefined()
        }
      }),
      runs,
    )
  })
})
