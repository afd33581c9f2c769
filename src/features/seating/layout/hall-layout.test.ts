import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawHall, hallAt } from '../test-hall.ts'
import { rowPitch, seatHalf } from './geometry.ts'
import { type HallLayout, layoutOf } from './hall-layout.ts'

/** Centres of the seats of each row, from left to right, rounded. */
const columnsOf = (layout: HallLayout) =>
  layout.rows.map(row => row.seats.map(seat => Math.round((layout.x[seat] ?? 0) * 100) / 100))
const labelsOf = (layout: HallLayout) => layout.rows.map(row => row.leftLabel)
const stepsBetweenRows = (layout: HallLayout) =>
  layout.rows
    .slice(1)
    .map((row, k) => Math.round(((row.y - (layout.rows[k]?.y ?? 0)) / rowPitch) * 100) / 100)

describe('the layout of a hall', () => {
  it('keeps an aisle where the plan has a hole, and the axis in the middle', () => {
    const layout = layoutOf(drawHall({ rows: ['oo oo', 'oo oo'] }).hall)
    expect(columnsOf(layout)).toEqual([
      [-2, -1, 1, 2],
      [-2, -1, 1, 2],
    ])
    expect(layout.screen.x).toBe(0)
    expect(layout.screen.y).toBeLessThan(layout.seats.top)
  })

  it.each([
    ['negative', { origin: { x: -50, y: -9 } }],
    ['huge', { origin: { x: 900_000, y: 123_456 } }],
    ['counted in tens', { origin: { x: 10, y: 10 }, pitch: 10 }],
  ])('draws a plan whose coordinates are %s like any other', (_, drawing) => {
    const usual = layoutOf(drawHall({ rows: ['ooo', 'o o'] }).hall)
    const odd = layoutOf(drawHall({ rows: ['ooo', 'o o'], ...drawing }).hall)
    expect(columnsOf(odd)).toEqual(columnsOf(usual))
    expect(stepsBetweenRows(odd)).toEqual([1])
  })

  it('lets no hole grow wider than an aisle', () => {
    const layout = layoutOf(
      hallAt(
        [
          { section: 0, x: 1, y: 1 },
          { section: 0, x: 2, y: 1 },
          { section: 0, x: 80_000, y: 1 },
          { section: 0, x: 1, y: 2 },
          { section: 0, x: 1, y: 9_000 },
        ],
        1,
      ),
    )
    expect(columnsOf(layout)[0]).toEqual([-2, -1, 2])
    expect(stepsBetweenRows(layout)).toEqual([1, 2.4])
  })

  it('starts every row where the plan does', () => {
    const layout = layoutOf(drawHall({ rows: ['   oo', ' oooo', 'oooooo'] }).hall)
    expect(columnsOf(layout).map(row => row[0])).toEqual([0.5, -1.5, -2.5])
  })

  it('orders seats by place, whatever order and labels they come with', () => {
    const layout = layoutOf(
      hallAt(
        [
          { section: 0, x: 3, y: 2 },
          { section: 0, x: 1, y: 2 },
          { section: 0, x: 2, y: 1 },
        ],
        1,
      ),
    )
    expect(layout.rows.map(row => row.seats)).toEqual([[2], [1, 0]])
  })

  it('takes row labels as they are, letters too', () => {
    const layout = layoutOf(drawHall({ rows: ['oo', 'oo'], labels: row => 'BA'.charAt(row) }).hall)
    expect(labelsOf(layout)).toEqual(['B', 'A'])
  })

  it('lays out a hall of one seat and one of one row', () => {
    const one = layoutOf(drawHall({ rows: ['o'] }).hall)
    expect(columnsOf(one)).toEqual([[0]])
    expect(one.bounds.right - one.bounds.left).toBeGreaterThan(5)
    expect(columnsOf(layoutOf(drawHall({ rows: ['ooo'] }).hall))).toEqual([[-1, 0, 1]])
  })

  it('sets sections that collide one behind the other, each with its name', () => {
    const layout = layoutOf(
      drawHall({ name: '普通区', rows: ['ooo', 'ooo'] }, { name: '贵宾区', rows: ['oo'] }).hall,
    )
    expect(layout.rows.map(row => row.block)).toEqual([0, 0, 1])
    expect(layout.rows[2]?.y).toBeGreaterThan((layout.rows[1]?.y ?? 0) + 2)
    expect(layout.titles.map(title => title.text)).toEqual(['普通区', '贵宾区'])
  })

  it('leaves each name the room between its neighbours', () => {
    const beside = [1, 8, 15].map(x => ({ name: 'x'.repeat(99), rows: ['ooooo'], origin: { x, y: 1 } }))
    const [left, middle, right] = layoutOf(drawHall(...beside).hall).titles
    expect(middle?.room).toBeGreaterThan(5)
    expect((left?.room ?? 99) + (middle?.room ?? 99)).toBeLessThan(2 * 7)
    expect((middle?.room ?? 99) + (right?.room ?? 99)).toBeLessThan(2 * 7)
  })

  it('leaves sections that fit together where the plan has them', () => {
    const layout = layoutOf(
      drawHall(
        { name: '楼下', rows: ['oooo', 'oooo'] },
        { name: '楼座', rows: ['oo'], origin: { x: 2, y: 3 } },
      ).hall,
    )
    expect(new Set(layout.rows.map(row => row.block))).toEqual(new Set([0]))
    expect(columnsOf(layout)[2]).toEqual([-0.5, 0.5])
  })

  it('names a wing only where there is room above it', () => {
    const stalls = { name: '池座', rows: ['oooooooooo', 'oooooooooo'], origin: { x: 12, y: 1 } }
    const far = layoutOf(drawHall(stalls, { name: '左翼', rows: ['ooo'], origin: { x: 1, y: 2 } }).hall)
    const near = layoutOf(drawHall(stalls, { name: '左翼', rows: ['ooo'], origin: { x: 9, y: 2 } }).hall)
    expect(far.titles.map(title => title.text)).toEqual(['池座', '左翼'])
    expect(near.titles.map(title => title.text)).toEqual(['池座'])
  })

  it('moves a seat that repeats a coordinate of its own section instead of stacking it', () => {
    const layout = layoutOf(
      hallAt(
        [
          { section: 0, x: 1, y: 1 },
          { section: 0, x: 1, y: 1 },
        ],
        1,
      ),
    )
    expect(layout.rows).toHaveLength(2)
  })

  it('knows neighbours, but none across an aisle or a section', () => {
    const { hall } = drawHall({ rows: ['oo o'] }, { rows: ['o'], origin: { x: 5, y: 1 } })
    const layout = layoutOf(hall)
    expect([...layout.toRight]).toEqual([1, -1, -1, -1])
    expect([...layout.toLeft]).toEqual([-1, 0, -1, -1])
  })

  it.each([
    ['halves side by side', 'LRLR', [1, 0, 3, 2]],
    ['ordinary seats between pairs', 'oLRoLR', [-1, 2, 1, -1, 5, 4]],
    ['a half that stands alone', 'LoR L', [2, -1, 0, -1]],
    ['halves the wrong way round', 'RL', [-1, -1]],
  ])('pairs couple seats: %s', (_, row, partners) => {
    expect([...layoutOf(drawHall({ rows: [row] }).hall).partner]).toEqual(partners)
  })

  it('answers the same layout for the same hall', () => {
    const { hall } = drawHall({ rows: ['oo'] })
    expect(layoutOf(hall)).toBe(layoutOf(hall))
  })
})

const anyHall = fc
  .record({
    sections: fc.integer({ min: 1, max: 4 }),
    spread: fc.constantFrom(6, 40, 1_000_000),
    places: fc.array(
      fc.record({
        section: fc.nat(3),
        x: fc.integer({ min: -50, max: 50 }),
        y: fc.integer({ min: -50, max: 50 }),
      }),
      { minLength: 1, maxLength: 120 },
    ),
  })
  .map(({ sections, spread, places }) =>
    hallAt(
      places.map(place => ({
        section: place.section % sections,
        x: Math.trunc((place.x * spread) / 50),
        y: Math.trunc((place.y * spread) / 50),
      })),
      sections,
    ),
  )

describe('any hall whatever', () => {
  it('shows every seat once and lets no two overlap', () => {
    fc.assert(
      fc.property(anyHall, hall => {
        const layout = layoutOf(hall)
        const shown = layout.rows.flatMap(row => row.seats).sort((a, b) => a - b)
        expect(shown).toEqual(hall.seats.id.map((_, seat) => seat))
        for (let a = 0; a < layout.count; a++) {
          for (let b = a + 1; b < layout.count; b++) {
            const dx = Math.abs((layout.x[a] ?? 0) - (layout.x[b] ?? 0))
            const dy = Math.abs((layout.y[a] ?? 0) - (layout.y[b] ?? 0))
            expect(dx > 2 * seatHalf.x - 1e-3 || dy > 2 * seatHalf.y - 1e-3).toBe(true)
          }
        }
      }),
    )
  })

  it('finds every seat by its own centre and by its corners', () => {
    fc.assert(
      fc.property(anyHall, hall => {
        const layout = layoutOf(hall)
        for (let seat = 0; seat < layout.count; seat++) {
          const x = layout.x[seat] ?? 0
          const y = layout.y[seat] ?? 0
          expect(layout.index.at(x, y)).toBe(seat)
          expect(layout.index.at(x - seatHalf.x * 0.9, y + seatHalf.y * 0.9)).toBe(seat)
        }
      }),
    )
  })

  it('keeps all seats within its bounds, and visits each that lies in a window', () => {
    fc.assert(
      fc.property(anyHall, fc.nat(), (hall, pick) => {
        const layout = layoutOf(hall)
        const seat = pick % layout.count
        const x = layout.x[seat] ?? 0
        const y = layout.y[seat] ?? 0
        expect(x).toBeGreaterThanOrEqual(layout.seats.left)
        expect(x).toBeLessThanOrEqual(layout.seats.right)
        expect(y).toBeGreaterThanOrEqual(layout.seats.top)
        expect(y).toBeLessThanOrEqual(layout.seats.bottom)
        const seen: number[] = []
        layout.index.visit({ left: x - 0.1, right: x + 0.1, top: y - 0.1, bottom: y + 0.1 }, s =>
          seen.push(s),
        )
        expect(seen).toContain(seat)
      }),
    )
  })
})

describe('a hall of 20,000 seats', () => {
  const rows = Array.from({ length: 110 }, () => 'o'.repeat(190))

  it('is laid out and indexed completely', () => {
    const layout = layoutOf(drawHall({ rows }).hall)
    expect(layout.count).toBe(20_900)
    expect(layout.index.at(layout.x[20_899] ?? 0, layout.y[20_899] ?? 0)).toBe(20_899)
    let visited = 0
    layout.index.visit(layout.seats, () => {
      visited += 1
    })
    expect(visited).toBe(20_900)
  })

  it('visits only the neighbourhood of a small window', () => {
    const layout = layoutOf(drawHall({ rows }).hall)
    let visited = 0
    layout.index.visit({ left: 0, right: 5, top: 20, bottom: 25 }, () => {
      visited += 1
    })
    expect(visited).toBeGreaterThan(20)
    expect(visited).toBeLessThan(120)
  })
})
