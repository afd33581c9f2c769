import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loneSeats } from './gap-rule.ts'
import type { GapRule, Insistence } from './hall.ts'
import { drawGround, strictRules } from './test-support/draw-seats.ts'

const lone = (picture: string, changed: Partial<GapRule> = {}, companions: Insistence = 'off') => {
  const rules = { ...strictRules, gap: { ...strictRules.gap, ...changed }, companions }
  const { ground, chosen } = drawGround([picture], rules)
  return loneSeats(ground, new Set(chosen))
    .map(({ seat, kind }) => `${kind} ${seat}`)
    .sort()
}

describe('a single seat is left', () => {
  it.each<[string, string, string[]]>([
    ['by nobody with two free beside', '__XX__', []],
    ['by nobody at the wall', 'XX____', []],
    ['in the middle of a choice', '__X_X__', ['middle 3']],
    ['in the middle even between walls', 'X_X', ['middle 1']],
    ['at the wall', '_XX___', ['side 0']],
    ['at the right wall', '___XX_', ['side 5']],
    ['beside a sold seat', 'S_XX__', ['side 1']],
    ['beside a broken seat', 'D_XX__', ['side 1']],
    ['beside a seat held back', 'h_XX__', ['side 1']],
    ['beside a wheelchair place', 'w_XX__', ['side 1']],
    ['at an aisle', '____|_XX__', ['side 4']],
    ['before an aisle', '__XX_|____', ['side 4']],
    ['by nobody who is blocked on the other side by others', '_XXS__', []],
    ['by nobody who is blocked on the other side by the wall', '__S_XX|__', []],
    ['by nobody who leaves one of a hole of three', 'S_XXS', []],
    ['on both sides in the middle of a hole of three', 'S_X_S', ['side 1', 'side 3']],
    ['by nobody beyond an aisle', '__X|_|X__', []],
    ['by a couple between couple seats', 'lrLRlr', []],
    ['by a couple beside a seat that stood alone already', '_LR_', []],
    ['between a couple seat and a guest who could sit beside it', 'lr_XX__', ['side 2']],
    ['by nobody between a couple seat and the wall', 'lrX_S', []],
  ])('%s: %s', (_, picture, expected) => {
    expect(lone(picture)).toEqual(expected)
  })

  it('between whom is told', () => {
    const { ground, chosen } = drawGround(['S_XX__'])
    expect(loneSeats(ground, new Set(chosen))).toEqual([{ seat: 1, kind: 'side', beside: 2, beyond: 0 }])
  })

  it.each<[string, string, Partial<GapRule>, number]>([
    ['the rule is off', '_XX___', { mode: 'off' }, 0],
    ['the run is short', '_XX__', { shortestRun: 6 }, 0],
    ['the run is just long enough', '_XX___', { shortestRun: 6 }, 1],
    ['an area ends beside it and does not count', '__XX_aa', {}, 0],
    ['an area ends beside it and counts', '__XX_aa', { areasBreakRuns: true }, 1],
  ])('or not when %s', (_, picture, changed, count) => {
    expect(lone(picture, changed)).toHaveLength(count)
  })

  it.each<[string, string, string[]]>([
    ['beside a wheelchair place: it is kept for a companion', 'w_XX__', []],
    ['at the aisle behind one', '__XX_w|', []],
    ['but beside one that is sold', 'v_XX__', ['side 1']],
    ['but beside the party’s own', 'W_XX__', ['side 1']],
  ])('is none %s', (_, picture, expected) => {
    expect(lone(picture, {}, 'warn')).toEqual(expected)
  })
})

/** Maoyan's form read off a picture, a sign at a time, with no notion of runs or neighbours. */
function allowedByPicture(rows: readonly string[], chosen: ReadonlySet<string>): boolean {
  const sign = (y: number, x: number) => (chosen.has(`${y}-${x}`) ? 'X' : (rows[y]?.[x] ?? '|'))
  for (const place of chosen) {
    const [y = 0, x = 0] = place.split('-').map(Number)
    for (const side of [-1, 1]) {
      if (sign(y, x + side) !== '_') continue
      const next = sign(y, x + 2 * side)
      if (next === 'X') return false
      if (next === '_') continue
      let end = x
      while (sign(y, end) === 'X') end -= side
      if (sign(y, end) === '_') return false
    }
  }
  return true
}

const smallHall = fc
  .array(fc.array(fc.constantFrom('_', '_', '_', 'X', 'X', 'S', '|'), { minLength: 3, maxLength: 9 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map(rows => rows.map(row => row.join('')))
  .filter(rows => rows.some(row => row.includes('X')))
  // A sold row, because a hall of aisles has no usual step to know an aisle by.
  .map(rows => [...rows, 'S'.repeat(30)])

it('the rule allows exactly what the form allows in small halls', () => {
  fc.assert(
    fc.property(smallHall, pictures => {
      const { ground, chosen, seats } = drawGround(pictures)
      const open = pictures.map(picture => picture.replaceAll('X', '_'))
      const named = new Set<string>(chosen.flatMap(seat => seats.id[seat] ?? []))
      expect(loneSeats(ground, new Set(chosen)).length === 0).toBe(allowedByPicture(open, named))
    }),
    { numRuns: 3000, seed: 20_261_123 },
  )
})
