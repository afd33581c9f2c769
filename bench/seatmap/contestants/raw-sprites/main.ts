import { enter } from '../../page/page-bench.ts'
import { colourOf, radius } from '../plain-hall.ts'
import { rawCanvas } from '../raw/raw-canvas.ts'

const sprites = new Map<string, HTMLCanvasElement>()
let spriteScale = 0

/** Every seat a small picture, drawn once per colour and scale. */
enter(
  rawCanvas((ctx, hall, { scale, x, y }, each) => {
    if (scale !== spriteScale) sprites.clear()
    spriteScale = scale
    const half = Math.ceil(radius * scale) + 1
    each(seat => {
      const colour = colourOf(hall.states[seat] ?? 0, hall.area[seat] ?? 0)
      const sprite = sprites.get(colour) ?? paintSprite(colour, scale, half)
      ctx.drawImage(
        sprite,
        Math.round((hall.x[seat] ?? 0) * scale + x) - half,
        Math.round((hall.y[seat] ?? 0) * scale + y) - half,
      )
    })
  }, true),
)

function paintSprite(colour: string, scale: number, half: number): HTMLCanvasElement {
  const sprite = document.createElement('canvas')
  sprite.width = 2 * half
  sprite.height = 2 * half
  const ctx = sprite.getContext('2d')
  if (ctx) {
    ctx.fillStyle = colour
    ctx.arc(half, half, radius * scale, 0, 2 * Math.PI)
    ctx.fill()
  }
  sprites.set(colour, sprite)
  return sprite
}
