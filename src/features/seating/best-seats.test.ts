import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestSeats } from './best-seats.ts'
import { layoutOf } from './layout/hall-layout.ts'
import { drawHall } from './test-hall.ts'

/** The first suggestion, as the drawing with the suggested seats marked. */
function firstIn(rows: readonly string[], size: number): readonly string[] | undefined {
  const { hall, sold } = drawHall({ rows })
  const seats = bestSeats(layoutOf(hall), size, sold)[0]
  if (!seats) return undefined
  let index = -1
  return rows.map(row =>
    [...row]
      .map(mark => {
        if (mark !== ' ') index += 1
        return mark !== ' ' && seats.includes(index) ? '#' : mark
      })
      .join(''),
  )
}

describe('the best seats', () => {
  it.each([
    [
      'are in the middle of the best row',
      2,
      ['oooooo', 'oooooo', 'oooooo', 'oooooo', 'oooooo'],
      ['oooooo', 'oooooo', 'oooooo', 'oo##oo', 'oooooo'],
    ],
    ['go beside what is sold', 2, ['oossoo'], ['##ssoo']],
    ['do not reach across an aisle', 2, ['oo o oo'], ['## o oo']],
    ['leave no single seat when they need not', 2, ['sooossssooosoo'], ['sooossssooos##']],
    ['leave one when all do', 2, ['ooo'], ['##o']],
    ['take a couple seat whole', 2, ['sLRs'], ['s##s']],
    ['leave a couple seat whole', 1, ['LRo'], ['LR#']],
    ['leave wheelchair spaces to others', 1, ['oWo'], ['#Wo']],
    ['take motion seats', 2, ['ZZ'], ['##']],
  ])('%s', (_, size, rows, expected) => {
    expect(firstIn(rows, size)).toEqual(expected)
  })

  it.each([
    ['so many are not together', 3, ['oo oo', 'osoo']],
    ['only couple seats are left for one', 1, ['LR']],
    ['only seats out of sale are left', 1, ['xHs']],
    ['only wheelchair spaces are left', 1, ['W']],
  ])('are none when %s', (_, size, rows) => {
    expect(firstIn(rows, size)).toBeUndefined()
  })

  it.each([
    ['warned of', { mode: 'warn', shortestRun: 1, areasBreakRuns: false }],
    ['forbidden', { mode: 'forbid', shortestRun: 1, areasBreakRuns: true }],
  ] as const)('leave no gap that is %s, down to the last suggestion', (_, gap) => {
    const seatRules = { gap, companions: 'off', within: 'hall' } as const
    const { hall } = drawHall({ rows: ['oooooo', 'oooooo'] })
    const twoPlaces = (seat: number) => [1, 2, 6, 7].includes(seat)
    const none: ReadonlySet<number> = new Set()
    expect(bestSeats(layoutOf(hall), 2, none, twoPlaces)).toEqual([
      [6, 7],
      [1, 2],
    ])
    expect(bestSeats(layoutOf({ ...hall, seatRules }), 2, none, twoPlaces)).toEqual([[6, 7]])
    const onlyGaps = (seat: number) => seat === 1 || seat === 2
    expect(bestSeats(layoutOf({ ...hall, seatRules }), 2, none, onlyGaps)).toEqual([[1, 2]])
  })

  it('go on to others that share no seat', () => {
    const { hall } = drawHall({ rows: ['oooo', 'oooo'] })
    const all = bestSeats(layoutOf(hall), 2, new Set())
    expect(all).toHaveLength(4)
    expect(new Set(all.flat()).size).toBe(8)
  })

  it('keep to the seats that are wanted', () => {
    const { hall } = drawHall({ rows: ['oooooo', 'oooooo'] })
    expect(bestSeats(layoutOf(hall), 2, new Set(), seat => seat < 6)[0]).toEqual([2, 3])
    expect(bestSeats(layoutOf(hall), 2, new Set())[0]).toEqual([8, 9])
  })
})

const anyRow = fc.string({
  unit: fc.constantFrom('o', 'o', 'o', 's', ' ', 'x', 'H', 'W'),
  minLength: 1,
  maxLength: 14,
})

/** Every run of neighbours that a party could take, found the slow way. */
function everyPlace(rows: readonly string[], size: number): { gaps: number }[] {
  return rows.flatMap(row =>
    [...row].flatMap((_, start) => {
      const party = row.slice(start, start + size)
      if (party !== 'o'.repeat(size)) return []
      const after = `${row.slice(0, start)}${'s'.repeat(size)}${row.slice(start + size)}`
      return [{ gaps: loneNeighbours(after, start - 1) + loneNeighbours(after, start + size) }]
    }),
  )
}

function loneNeighbours(row: string, at: number): number {
  const free = (k: number) => row[k] === 'o' || row[k] === 'W'
  return free(at) && !free(at - 1) && !free(at + 1) ? 1 : 0
}

describe('the best seats of any hall', () => {
  it('exist exactly when a place exists, and leave single seats only when every place does', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (drawn, size) => {
          // A row without gaps says how far neighbours are apart: "o o" alone could be two of them on a coarse grid.
          const rows = [...drawn, 's'.repeat(30)]
          const places = everyPlace(rows, size)
          const { hall, sold } = drawHall({ rows })
          const layout = layoutOf(hall)
          const best = bestSeats(layout, size, sold)[0]
          expect(best === undefined).toBe(places.length === 0)
          if (!best) return
          expect(best).toHaveLength(size)
          best.slice(1).forEach((seat, k) => {
            expect(layout.toRight[best[k] ?? -1]).toBe(seat)
          })
          for (const seat of best) expect(sold.has(seat)).toBe(false)
          const free = (seat: number) =>
            seat >= 0 &&
            !sold.has(seat) &&
            !best.includes(seat) &&
            layout.damaged[seat] === 0 &&
            hall.seats.type[seat] !== 'H'
          const alone = (seat: number) =>
            free(seat) && !free(layout.toLeft[seat] ?? -1) && !free(layout.toRight[seat] ?? -1)
          const beside = [layout.toLeft[best[0] ?? -1] ?? -1, layout.toRight[best.at(-1) ?? -1] ?? -1]
          expect(beside.filter(alone)).toHaveLength(Math.min(...places.map(place => place.gaps)))
        },
      ),
    )
  })
})
