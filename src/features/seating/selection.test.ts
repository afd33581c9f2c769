import { describe, expect, it } from 'vitest'
import { layoutOf } from './layout/hall-layout.ts'
import { obstacleOf, reconcile, toggle } from './selection.ts'
import { drawHall } from './test-hall.ts'

const nobody = { unavailable: new Set<number>(), own: new Set<number>() }

describe('taking a seat', () => {
  it.each([
    ['a free seat', 'oo', [], 0, [0], undefined],
    ['a second one', 'oo', [1], 0, [1, 0], undefined],
    ['the same again', 'oo', [1, 0], 0, [1], undefined],
    ['a sold seat', 'so', [], 0, [], 'sold'],
    ['a damaged seat', 'xo', [1], 0, [1], 'damaged'],
    ['a seat held back', 'Ho', [], 0, [], 'held-back'],
    ['a wheelchair space', 'Wo', [], 0, [0], 'wheelchair-taken'],
    ['one more than the limit', 'ooooo', [0, 1, 2, 3], 4, [0, 1, 2, 3], 'limit'],
    ['the left half of a couple seat', 'oLR', [], 1, [1, 2], 'couple-added'],
    ['the right half of a couple seat', 'oLR', [0], 2, [0, 2, 1], 'couple-added'],
    ['half of a chosen couple seat', 'oLR', [0, 1, 2], 2, [0], 'couple-removed'],
    ['a couple seat with room for one', 'oooLR', [0, 1, 2], 3, [0, 1, 2], 'limit'],
    ['a sold couple seat', 'lr', [], 0, [], 'sold'],
    ['half of a couple seat whose other half is sold', 'Lr', [], 0, [], 'couple-half-sold'],
    ['half a couple seat that stands alone', 'Lo', [], 0, [0], undefined],
    ['a seat that is not there', 'oo', [], 7, [], 'not-a-seat'],
  ])('%s', (_, row, before, seat, after, kind) => {
    const { hall, sold } = drawHall({ rows: [row] })
    const result = toggle(hall, before, seat, { unavailable: sold, own: new Set() })
    expect(result.selection).toEqual(after)
    expect(result.notice?.kind).toBe(kind)
  })

  it('treats the seats of her own hold as free', () => {
    const { hall } = drawHall({ rows: ['oo'] })
    const locked = { unavailable: new Set([0, 1]), own: new Set([0]) }
    expect(toggle(hall, [], 0, locked).selection).toEqual([0])
    expect(toggle(hall, [], 1, locked).notice?.kind).toBe('sold')
  })

  it('pairs no couple across rows or sections', () => {
    const { hall } = drawHall({ rows: ['L', 'R'] }, { rows: ['R'], origin: { x: 2, y: 1 } })
    expect(toggle(hall, [], 0, nobody).selection).toEqual([0])
  })

  it('names both halves of a couple seat', () => {
    const { hall } = drawHall({ rows: ['LR'] })
    expect(toggle(hall, [], 1, nobody).notice?.seats).toEqual([1, 0])
  })
})

describe('a selection that others run into', () => {
  it('stays the same object while nothing is lost', () => {
    const { hall } = drawHall({ rows: ['ooo'] })
    const selection = [0, 1]
    const kept = reconcile(hall, selection, { unavailable: new Set([2]), own: new Set() })
    expect(kept.selection).toBe(selection)
    expect(kept.notice).toBeUndefined()
  })

  it('loses the seat that was taken and names it', () => {
    const { hall } = drawHall({ rows: ['ooo'] })
    const kept = reconcile(hall, [2, 0], { unavailable: new Set([2]), own: new Set() })
    expect(kept).toEqual({ selection: [0], notice: { kind: 'taken-meanwhile', seats: [2] } })
  })

  it('loses a couple seat whole when one half was taken', () => {
    const { hall } = drawHall({ rows: ['oLR'] })
    const kept = reconcile(hall, [0, 1, 2], { unavailable: new Set([1]), own: new Set() })
    expect(kept).toEqual({ selection: [0], notice: { kind: 'taken-meanwhile', seats: [1, 2] } })
  })

  it('keeps what her own hold has locked', () => {
    const { hall } = drawHall({ rows: ['oo'] })
    expect(reconcile(hall, [0], { unavailable: new Set([0]), own: new Set([0]) }).notice).toBeUndefined()
  })

  it('loses seats that a smaller hall does not have any more', () => {
    const { hall } = drawHall({ rows: ['oo'] })
    expect(reconcile(hall, [1, 5], nobody).selection).toEqual([1])
  })
})

describe('why a seat cannot be had', () => {
  it('tells damage before sale', () => {
    const { hall } = drawHall({ rows: ['x'] })
    expect(obstacleOf(layoutOf(hall), 0, { unavailable: new Set([0]), own: new Set() })).toBe('damaged')
  })
})
