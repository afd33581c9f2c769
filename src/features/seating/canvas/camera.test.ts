import { describe, expect, it } from 'vitest'
import { type Camera, createCamera } from './camera.ts'
import { toHall } from './view.ts'

const hall = { left: -20, top: -5, right: 20, bottom: 25 }
const size = { width: 400, height: 600 }

function cameraInHall(still = false): Camera {
  const camera = createCamera({ largest: 60, nearest: 80, still: () => still })
  camera.enter(hall, size)
  camera.advance(0)
  return camera
}

/** Lets frames pass until the hall rests. @returns how many there were */
function rest(camera: Camera): number {
  let frames = 0
  for (let now = 0; camera.moving && frames < 1_000; now += 16) {
    camera.advance(now)
    frames += 1
  }
  return frames
}

describe('the camera', () => {
  it('shows a hall whole, and keeps it whole when the canvas changes', () => {
    const camera = cameraInHall()
    expect(camera.view.scale).toBe(10)
    camera.resize({ width: 800, height: 600 })
    expect(camera.view.scale).toBe(20)
  })

  it('leaves the hall in its place when only spare height comes or goes', () => {
    const camera = cameraInHall()
    const before = camera.view
    camera.resize({ width: 400, height: 520 })
    expect(camera.view).toEqual(before)
    camera.resize({ width: 400, height: 250 })
    expect(camera.view.scale).toBeLessThan(before.scale)
    camera.zoom(4)
    rest(camera)
    const near = camera.view
    camera.resize({ width: 400, height: 240 })
    expect(camera.view).toEqual(near)
  })

  it('keeps the middle of a hall that is not shown whole', () => {
    const camera = cameraInHall(true)
    camera.zoom(4)
    const middle = toHall(camera.view, { x: 200, y: 300 })
    camera.resize({ width: 300, height: 500 })
    expect(camera.view.scale).toBe(40)
    expect(toHall(camera.view, { x: 150, y: 250 }).x).toBeCloseTo(middle.x)
  })

  it('moves in every frame of a pinch that asks for more in every frame', () => {
    const camera = cameraInHall()
    const scales: number[] = []
    for (let now = 16; now <= 320; now += 16) {
      camera.zoom(1.05, { x: 200, y: 300 })
      camera.advance(now)
      scales.push(camera.view.scale)
    }
    for (const [k, scale] of scales.entries()) if (k > 0) expect(scale).toBeGreaterThan(scales[k - 1] ?? 0)
    expect(scales.at(-1)).toBeGreaterThan(15)
  })

  it('goes on by itself when thrown, comes to rest, and tells so', () => {
    const camera = cameraInHall()
    camera.zoom(4)
    rest(camera)
    const before = camera.view.x
    camera.grab()
    camera.drag({ dx: -50, dy: 0, factor: 1, about: { x: 0, y: 0 } })
    expect(camera.moving).toBe(true)
    camera.release({ x: -1, y: 0 })
    expect(camera.view.x).toBe(before - 50)
    expect(rest(camera)).toBeGreaterThan(10)
    expect(camera.view.x).toBeCloseTo(before - 50 - 260)
    expect(camera.advance(9_999)).toBe(false)
  })

  it('comes back when thrown beyond its edge', () => {
    const camera = cameraInHall()
    camera.zoom(4)
    rest(camera)
    camera.grab()
    camera.release({ x: 50, y: 0 })
    rest(camera)
    expect(hall.left * camera.view.scale + camera.view.x).toBeLessThan(40)
  })

  it('can be caught as long as it is thrown and far from its rest', () => {
    const camera = cameraInHall()
    camera.zoom(4)
    expect(camera.caught()).toBe(false)
    rest(camera)
    camera.grab()
    camera.drag({ dx: -50, dy: 0, factor: 1, about: { x: 0, y: 0 } })
    camera.release({ x: -1, y: 0 })
    camera.advance(0)
    camera.advance(100)
    expect(camera.caught()).toBe(true)
    camera.advance(1_500)
    expect(camera.moving).toBe(true)
    expect(camera.caught()).toBe(false)
  })

  it('means a seat again at once when the finger has not thrown but rested', () => {
    const camera = cameraInHall()
    camera.zoom(4)
    rest(camera)
    camera.grab()
    camera.drag({ dx: 900, dy: 0, factor: 1, about: { x: 0, y: 0 } })
    camera.release({ x: 0, y: 0 })
    camera.advance(0)
    expect(camera.moving).toBe(true)
    expect(camera.caught()).toBe(false)
  })

  it.each([
    ['out of the whole hall', false, (camera: Camera) => camera.zoom(0.5)],
    ['nearer', true, (camera: Camera) => camera.zoom(2)],
    ['beside the whole hall', false, (camera: Camera) => camera.scroll(40, 40)],
    ['along a hall that is near', true, (camera: Camera) => camera.zoom(3) && camera.scroll(-40, 0)],
    [
      'beyond its edge',
      false,
      (camera: Camera) => camera.zoom(3) && camera.scroll(9e9, 0) && camera.scroll(9, 0),
    ],
  ])('tells whether it can go %s', (_, can, go) => {
    expect(go(cameraInHall(true))).toBe(can)
  })

  it('knows when it shows the whole', () => {
    const camera = cameraInHall(true)
    expect(camera.whole).toBe(true)
    camera.zoom(2)
    expect(camera.whole).toBe(false)
    camera.fit()
    expect(camera.whole).toBe(true)
  })

  it('is stopped by a touch', () => {
    const camera = cameraInHall()
    camera.zoom(4)
    camera.advance(0)
    camera.advance(30)
    const caught = camera.view
    camera.grab()
    camera.advance(60)
    expect(camera.view).toEqual(caught)
  })

  it('adds up steps that follow each other before it has arrived', () => {
    const camera = cameraInHall()
    camera.zoom(2)
    camera.zoom(2)
    rest(camera)
    expect(camera.view.scale).toBeCloseTo(40)
  })

  it('goes neither nearer than the nearest nor farther than the whole', () => {
    const camera = cameraInHall(true)
    camera.zoom(100)
    expect(camera.view.scale).toBe(80)
    camera.zoom(0.001)
    expect(camera.view.scale).toBe(10)
  })

  it('moves nothing slowly for a guest who wants no motion', () => {
    const camera = cameraInHall(true)
    camera.zoom(2)
    expect(camera.moving).toBe(false)
    expect(camera.view.scale).toBe(20)
    expect(camera.advance(0)).toBe(true)
  })

  it('frames a part as large as the canvas allows, clear of the row labels', () => {
    const camera = cameraInHall(true)
    const part = { left: 2, right: 12, top: 10, bottom: 15 }
    camera.frame(part)
    const { scale, x, y } = camera.view
    expect(scale).toBeCloseTo((400 - 36 - 10) / 10)
    expect(part.left * scale + x).toBeCloseTo(36)
    expect(((part.top + part.bottom) / 2) * scale + y).toBeCloseTo(300)
  })

  it('comes nearer when it frames a part that fills the canvas already', () => {
    const camera = cameraInHall(true)
    camera.frame({ left: -20, right: 20, top: -5, bottom: 25 })
    expect(camera.view.scale).toBeCloseTo(13)
    camera.zoom(100)
    camera.frame({ left: 0, right: 1, top: 0, bottom: 1 })
    expect(camera.view.scale).toBe(80)
  })

  it('brings a place to the middle, and stops at the edge', () => {
    const camera = cameraInHall(true)
    camera.zoom(4)
    camera.lookAt({ x: 5, y: 9 })
    expect(toHall(camera.view, { x: 200, y: 300 }).x).toBeCloseTo(5)
    expect(toHall(camera.view, { x: 200, y: 300 }).y).toBeCloseTo(9)
    camera.lookAt({ x: 500, y: 9 })
    expect(toHall(camera.view, { x: 400, y: 300 }).x).toBeLessThan(hall.right + 1)
  })

  it('stays under the finger that lets go, for a guest who wants no motion', () => {
    const camera = cameraInHall(true)
    camera.zoom(4)
    camera.grab()
    camera.drag({ dx: -50, dy: 0, factor: 1, about: { x: 0, y: 0 } })
    const held = camera.view
    camera.release({ x: -2, y: 0 })
    expect(camera.view).toEqual(held)
  })

  it('reveals a part that cannot be seen, near enough', () => {
    const camera = cameraInHall(true)
    camera.reveal({ left: 15, right: 17, top: 20, bottom: 21 }, 30)
    expect(camera.view.scale).toBe(30)
    const x = 16 * camera.view.scale + camera.view.x
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(size.width)
  })

  it('stays where it is when the part can be seen well', () => {
    const camera = cameraInHall(true)
    const before = camera.view
    camera.reveal({ left: -1, right: 1, top: 10, bottom: 11 }, 8)
    expect(camera.view).toBe(before)
  })
})
