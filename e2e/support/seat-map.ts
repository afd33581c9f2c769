import type { Page } from '@playwright/test'
import type { Hall } from '#contract/hall.ts'
import type { SeatId } from '#contract/ids.ts'
import type { Language } from '#contract/language.ts'
import { type Camera, createCamera } from '#src/features/seating/canvas/camera.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'

/** The nearest and largest scales do not matter for the halls that the journeys use: they are fitted. */
const anyScale = { largest: 1000, nearest: 1000, still: () => true }

/**
 * The seat map as an eye sees it that knows the hall: where on the screen each seat is drawn. It follows the
 * canvas when what stands below it takes some of its height.
 */
export function seatMap(page: Page, hall: Hall, language: Language) {
  const layout = layoutOf(hall)
  const canvas = page
    .getByRole('region', { name: seatingMessages[language].map, exact: true })
    .locator('canvas')
    .first()
  let camera: Camera | undefined

  return {
    /** A finger on the canvas, in the middle of this seat. */
    async tap(seatId: SeatId): Promise<void> {
      const seat = hall.seats.id.indexOf(seatId)
      const box = await canvas.boundingBox()
      if (seat < 0 || box === null) throw new Error('the seat is not on the screen')
      if (camera === undefined) {
        camera = createCamera(anyScale)
        camera.enter(layout.bounds, box)
      } else {
        camera.resize(box)
      }
      const { x, y, scale } = camera.view
      await page.touchscreen.tap(
        box.x + x + (layout.x[seat] ?? 0) * scale,
        box.y + y + (layout.y[seat] ?? 0) * scale,
      )
    },
  }
}
