import { enter } from '../../page/page-bench.ts'
import { colourOf, radius } from '../plain-hall.ts'
import { rawCanvas } from '../raw/raw-canvas.ts'

/** Every seat an arc of its own, every frame, wherever it lies. */
enter(
  rawCanvas((ctx, hall, { scale, x, y }, each) => {
    each(seat => {
      ctx.fillStyle = colourOf(hall.states[seat] ?? 0, hall.area[seat] ?? 0)
      ctx.beginPath()
      ctx.arc(
        (hall.x[seat] ?? 0) * scale + x,
        (hall.y[seat] ?? 0) * scale + y,
        radius * scale,
        0,
        2 * Math.PI,
      )
      ctx.fill()
    })
  }, false),
)
