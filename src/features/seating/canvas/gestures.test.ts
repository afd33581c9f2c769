import { describe, expect, it } from 'vitest'
import { type PointerKind, readWheel, recogniseGestures } from './gestures.ts'

/** A hand that is told what to do, and what was understood of it. */
function hand(kind: PointerKind = 'touch', caught = false) {
  const understood: string[] = []
  let at = 0
  const round = (value: number) => Math.round(value * 100) / 100
  const gestures = recogniseGestures({
    tap: touch => understood.push(`tap ${touch.x},${touch.y}`),
    catches: () => caught,
    moveStart: () => understood.push('start'),
    move: ({ dx, dy, factor }) => understood.push(`move ${round(dx)},${round(dy)} x${round(factor)}`),
    moveEnd: ({ x, y }) => understood.push(`end ${round(x)},${round(y)}`),
  })
  const touch = (id: number, x: number, y: number, waitMs = 10) => {
    at += waitMs
    return { id, x, y, kind, at }
  }
  return { gestures, touch, understood }
}

describe('gestures', () => {
  it('takes a press that stays in its place for a tap, however long it is', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 100, 100))
    gestures.move(touch(1, 104, 103))
    gestures.up(touch(1, 104, 103, 5_000))
    expect(understood).toEqual(['tap 104,103'])
  })

  it.each([
    ['touch', 9, 'tap'],
    ['touch', 11, 'start'],
    ['mouse', 4, 'tap'],
    ['mouse', 6, 'start'],
    ['pen', 6, 'tap'],
    ['pen', 8, 'start'],
  ] as const)('lets a %s stray by %i px and still calls it a %s', (kind, distance, first) => {
    const { gestures, touch, understood } = hand(kind)
    gestures.down(touch(1, 0, 0))
    gestures.move(touch(1, distance, 0))
    gestures.up(touch(1, distance, 0))
    expect(understood[0]?.split(' ')[0]).toBe(first)
  })

  it('moves with a finger without a jump, and never taps after moving', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    gestures.move(touch(1, 20, 0))
    gestures.move(touch(1, 30, 5))
    gestures.move(touch(1, 0, 0))
    gestures.up(touch(1, 0, 0, 500))
    expect(understood).toEqual(['start', 'move 10,5 x1', 'move -30,-5 x1', 'end 0,0'])
  })

  it('throws with the velocity of the last moments', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    for (let x = 20; x <= 120; x += 20) gestures.move(touch(1, x, 0))
    gestures.up(touch(1, 120, 0))
    expect(understood.at(-1)).toBe('end 2,0')
  })

  it('throws nothing when the finger rests before it leaves', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    gestures.move(touch(1, 50, 0))
    gestures.move(touch(1, 100, 0))
    gestures.up(touch(1, 100, 0, 200))
    expect(understood.at(-1)).toBe('end 0,0')
  })

  it('zooms about two fingers and moves with them', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    gestures.down(touch(2, 100, 0))
    gestures.move(touch(2, 200, 0))
    gestures.move(touch(1, 0, 40))
    expect(understood).toEqual(['start', 'move 50,0 x2', 'move 0,20 x1.02'])
  })

  it('does not tap with what is left of a pinch', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    gestures.down(touch(2, 100, 0))
    gestures.up(touch(2, 100, 0))
    gestures.up(touch(1, 0, 0))
    expect(understood).toEqual(['start', 'end 0,0'])
  })

  it('goes on with the finger that stays after a pinch', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    gestures.down(touch(2, 100, 0))
    gestures.up(touch(2, 100, 0))
    gestures.move(touch(1, 7, 0))
    expect(understood).toEqual(['start', 'move 7,0 x1'])
  })

  it('does not tap when the system takes the pointer away, and taps again afterwards', () => {
    const { gestures, touch, understood } = hand()
    gestures.down(touch(1, 0, 0))
    gestures.cancel(touch(1, 0, 0))
    gestures.down(touch(2, 5, 5))
    gestures.up(touch(2, 5, 5))
    gestures.cancel(touch(2, 5, 5))
    gestures.down(touch(3, 6, 6))
    gestures.up(touch(3, 6, 6))
    expect(understood).toEqual(['tap 5,5', 'tap 6,6'])
  })

  it('only stops a hall that is on its way, and taps when it rests', () => {
    const { gestures, touch, understood } = hand('touch', true)
    gestures.down(touch(1, 100, 100))
    gestures.up(touch(1, 100, 100))
    expect(understood).toEqual(['start', 'end 0,0'])
  })

  it('goes on with the finger that has caught the hall', () => {
    const { gestures, touch, understood } = hand('touch', true)
    gestures.down(touch(1, 100, 100))
    gestures.move(touch(1, 103, 100))
    expect(understood).toEqual(['start', 'move 3,0 x1'])
  })

  it('does not mind a third finger or a pointer it has not seen', () => {
    const { gestures, touch, understood } = hand()
    gestures.move(touch(9, 0, 0))
    gestures.up(touch(9, 0, 0))
    gestures.down(touch(1, 0, 0))
    gestures.down(touch(2, 100, 0))
    gestures.down(touch(3, 50, 50))
    gestures.move(touch(3, 90, 90))
    expect(understood).toEqual(['start'])
  })
})

describe('the wheel', () => {
  const wheel = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false }

  it.each([
    ['a notch towards the screen', { deltaY: -120 }, 'in'],
    ['a notch by lines', { deltaY: 3, deltaMode: 1 }, 'out'],
    ['a pinch on a trackpad', { deltaY: -4, ctrlKey: true }, 'in'],
  ])('zooms by %s', (_, event, way) => {
    const meant = readWheel({ ...wheel, ...event })
    expect(meant.kind === 'zoom' && (meant.factor > 1 ? 'in' : 'out')).toBe(way)
  })

  it('moves with two fingers on a trackpad', () => {
    expect(readWheel({ ...wheel, deltaX: 6, deltaY: -2 })).toEqual({ kind: 'pan', dx: -6, dy: 2 })
  })
})
