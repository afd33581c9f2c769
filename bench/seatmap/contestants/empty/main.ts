import type { BenchHall } from '../../page/bench-hall.ts'
import type { Prepared } from '../../page/driver.ts'
import { enter } from '../../page/page-bench.ts'
import { colours } from '../plain-hall.ts'

/** The floor below every figure: a canvas that is cleared for every movement, with two squares instead of a hall. */
enter({ zoom: 'pinch', prepare })

const side = 40
const freeAt = { x: 600, y: 400, pitch: side }
const soldAt = { x: 700, y: 400, pitch: side }

function prepare({ sold }: BenchHall): Prepared {
  const canvas = document.createElement('canvas')
  const ctx = canvas.getContext('2d', { alpha: false })
  let left: string = colours.areas[0]
  let right: string = colours.sold
  let askedFor = 0
  let chosen: readonly number[] = []
  let dragged = false
  let frame = 0

  function paint() {
    frame = 0
    if (!ctx) return
    ctx.fillStyle = colours.floor
    ctx.fillRect(0, 0, innerWidth, innerHeight)
    for (const [{ x, y }, colour] of [
      [freeAt, left],
      [soldAt, right],
    ] as const) {
      ctx.fillStyle = colour
      ctx.fillRect(x - side / 2, y - side / 2, side, side)
    }
  }
  function request() {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  return {
    show(root) {
      canvas.width = innerWidth
      canvas.height = innerHeight
      root.append(canvas)
      canvas.addEventListener(
        'wheel',
        event => {
          event.preventDefault()
          request()
        },
        { passive: false },
      )
      canvas.addEventListener('pointermove', event => {
        dragged ||= event.buttons > 0
        if (event.buttons > 0) request()
      })
      canvas.addEventListener('pointerup', () => {
        const tapped = !dragged
        dragged = false
        if (!tapped) return
        // The one square stands for every free seat.
        left = left === colours.chosen ? colours.areas[0] : colours.chosen
        chosen = [...chosen, askedFor]
        request()
      })
      request()
    },
    place(seat) {
      if (sold.has(seat)) return soldAt
      askedFor = seat
      return freeAt
    },
    chosen: () => chosen,
    change() {
      ;[left, right] =
        right === colours.sold ? [colours.sold, colours.areas[0]] : [colours.areas[0], colours.sold]
      request()
    },
  }
}
