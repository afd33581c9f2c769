import { describe, expect, it } from 'vitest'
import { layoutOf } from './layout/hall-layout.ts'
import { seatLook, seatLooks } from './seat-look.ts'
import { drawHall } from './test-hall.ts'

const { free, sold, damaged, heldBack, muted } = seatLook

describe('how seats look', () => {
  const { hall, sold: taken } = drawHall({ rows: ['osxHLr'] })

  it('tells what can be had from what cannot, and a couple seat by its worse half', () => {
    const looks = seatLooks(layoutOf(hall), { unavailable: taken, own: new Set() }, undefined)
    expect([...looks]).toEqual([free, sold, damaged, heldBack, sold, sold])
  })

  it('shows the guest’s own hold as free', () => {
    expect(seatLooks(layoutOf(hall), { unavailable: taken, own: new Set([1]) }, undefined)[1]).toBe(free)
  })

  it('mutes the free seats of other prices, and nothing else', () => {
    const looks = seatLooks(layoutOf(hall), { unavailable: taken, own: new Set() }, 1)
    expect([...looks]).toEqual([muted, sold, damaged, heldBack, sold, sold])
  })

  it.each([
    ['wheelchair', [muted, free, muted, muted]],
    ['couple', [muted, muted, free, free]],
  ] as const)('mutes what is not of the kind asked for: %s', (kind, expected) => {
    const layout = layoutOf(drawHall({ rows: ['oWLR'] }).hall)
    const looks = seatLooks(layout, { unavailable: new Set(), own: new Set() }, undefined, kind)
    expect([...looks]).toEqual(expected)
  })
})
