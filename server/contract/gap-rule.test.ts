import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeGaps } from './gap-repair.ts'
import { freeFor, loneSeats } from './gap-rule.ts'
import type { GapRule, SeatColumns } from './hall.ts'
import { SeatId } from './ids.ts'

const rule: GapRule = { mode: 'warn', shortestRun: 1, areasBreakRuns: false }

/**
 * A hall from pictures of its rows: `_` free, `S` sold, `X` chosen, `M` moved to in a repair, `D` broken, `h` held
 * back, `w` wheelchair, `l` and `r` a couple seat (`L` and `R` when chosen), `a` free in a dearer area, `|` an aisle.
 */
function hallOf(...pictures: string[]) {
  const seats: SeatColumns = {
    id: [],
    section: [],
    band: [],
    row: [],
    column: [],
    x: [],
    y: [],
    type: [],
    damaged: [],
  }
  const taken = new Set<number>()
  const chosen: number[] = []
  pictures.forEach((picture, y) => {
    ;[...picture].forEach((sign, x) => {
      if (sign === '|') return
      const seat = seats.id.length
      seats.id.push(SeatId.parse(`${y}-${x}`))
      seats.section.push(0)
      seats.band.push(sign === 'a' ? 1 : 0)
      // Labels run against the plan and jump, as they do in real halls.
      seats.row.push(String.fromCharCode(90 - y))
      seats.column.push(String(99 - 2 * x))
      seats.x.push(100 + 2 * x)
      seats.y.push(-y)
      seats.type.push(typeOf(sign))
      if (sign === 'D') seats.damaged.push(seat)
      if (sign === 'S') taken.add(seat)
      if ('XLR'.includes(sign)) chosen.push(seat)
    })
  })
  return { seats, taken, chosen, isFree: freeFor(seats, taken) }
}

function typeOf(sign: string) {
  if (sign === 'l' || sign === 'L') return 'L'
  if (sign === 'r' || sign === 'R') return 'R'
  if (sign === 'h') return 'H'
  return sign === 'w' ? 'W' : 'N'
}

const lone = (pictures: string[], changed: Partial<GapRule> = {}) => {
  const { seats, chosen, isFree } = hallOf(...pictures)
  return loneSeats(seats, { ...rule, ...changed }, chosen, isFree)
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
    ['by a couple beside a couple seat', 'lrLRlr', []],
  ])('%s: %s', (_, picture, expected) => {
    expect(lone([picture])).toEqual(expected)
  })

  it('between whom is told', () => {
    const { seats, chosen, isFree } = hallOf('S_XX__')
    expect(loneSeats(seats, rule, chosen, isFree)).toEqual([{ seat: 1, kind: 'side', beside: 2, beyond: 0 }])
  })

  it.each<[string, string, Partial<GapRule>, number]>([
    ['the rule is off', '_XX___', { mode: 'off' }, 0],
    ['the run is short', '_XX__', { shortestRun: 6 }, 0],
    ['the run is just long enough', '_XX___', { shortestRun: 6 }, 1],
    ['an area ends beside it and does not count', '__XX_aa', {}, 0],
    ['an area ends beside it and counts', '__XX_aa', { areasBreakRuns: true }, 1],
  ])('or not when %s', (_, picture, changed, count) => {
    expect(lone([picture], changed)).toHaveLength(count)
  })
})

/** What the repair says, drawn over the hall; the seats that stay empty show what they are. */
function repaired(...pictures: string[]) {
  const { seats, chosen, isFree } = hallOf(...pictures)
  const verdict = judgeGaps(seats, rule, chosen, isFree)
  if (verdict.kind !== 'lone') return verdict.kind
  const ids = new Set(verdict.repair.seats.map(seat => seats.id[seat]))
  const drawn = pictures.map((picture, y) =>
    [...picture]
      .map((sign, x) =>
        ids.has(SeatId.parse(`${y}-${x}`)) ? 'M' : sign.replace('X', '_').replace('L', 'l').replace('R', 'r'),
      )
      .join(''),
  )
  return [...drawn, verdict.repair.shift]
}

describe('the repair', () => {
  it.each<[string, string[], ReturnType<typeof repaired>]>([
    ['is none for a choice without gaps', ['__XX__'], 'fine'],
    ['moves one to the left', ['_XX___'], ['MM____', -1]],
    ['moves one to the right', ['__X_'], ['___M', 1]],
    ['closes the middle', ['__X_X__'], ['__MM___', undefined]],
    ['goes to another row when its own has none', ['S_LR_S', '___'], ['S_lr_S', '_MM', undefined]],
    ['keeps the row that is well', ['__XX__', '_X____'], ['__MM__', 'M_____', undefined]],
    ['keeps to the price', ['S_LR_S', 'aa', '__'], ['S_lr_S', 'aa', 'MM', undefined]],
    ['never splits a couple seat', ['lrX_S'], ['lr_MS', 1]],
    ['is the word that none exists', ['S_LR_S', '_SS_'], 'unavoidable'],
    ['never sends anybody to a wheelchair place', ['S_LR_S', 'ww'], 'unavoidable'],
  ])('%s', (_, pictures, expected) => {
    expect(repaired(...pictures)).toEqual(expected)
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

/** Every choice of touching free seats of this size. */
function placesOfSize(rows: readonly string[], size: number): ReadonlySet<string>[] {
  return rows.flatMap((row, y) =>
    [...row].flatMap((_, x) =>
      row.slice(x, x + size) === '_'.repeat(size)
        ? [new Set(Array.from({ length: size }, (__, k) => `${y}-${x + k}`))]
        : [],
    ),
  )
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

describe('against the form read off small halls', () => {
  const tried = (pictures: string[]) => {
    const hall = hallOf(...pictures)
    const verdict = judgeGaps(hall.seats, rule, hall.chosen, hall.isFree)
    const open = pictures.map(picture => picture.replaceAll('X', '_'))
    const named = (some: readonly number[]) => new Set(some.flatMap(seat => hall.seats.id[seat] ?? []))
    return { ...hall, verdict, open, named }
  }
  const runs = { numRuns: 3000, seed: 20_261_123 }

  it('allows exactly what the form allows', () => {
    fc.assert(
      fc.property(smallHall, pictures => {
        const { verdict, open, named, chosen } = tried(pictures)
        expect(verdict.kind === 'fine').toBe(allowedByPicture(open, named(chosen)))
      }),
      runs,
    )
  })

  it('repairs with as many free seats, legally', () => {
    fc.assert(
      fc.property(smallHall, pictures => {
        const { verdict, open, named, chosen, isFree } = tried(pictures)
        if (verdict.kind !== 'lone') return
        const { seats } = verdict.repair
        expect(new Set(seats).size).toBe(chosen.length)
        expect(seats.every(isFree)).toBe(true)
        expect(allowedByPicture(open, named(seats))).toBe(true)
      }),
      runs,
    )
  })

  it('never blocks a party for which no legal place remains, and finds the place if there is one', () => {
    fc.assert(
      fc.property(smallHall, pictures => {
        const { verdict, open, chosen } = tried(pictures)
        if (verdict.kind !== 'unavoidable') return
        expect(placesOfSize(open, chosen.length).filter(place => allowedByPicture(open, place))).toEqual([])
      }),
      runs,
    )
  })
})
