import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Place } from './page/driver.ts'

/** Colours nearer than this, summed over red, green and blue, are the same. */
const same = 24
const enough = 0.9

/**
 * Looks at what the screen really shows: whether free and sold seats can be told apart there. The page's own word
 * for it, by which first paint is timed, cannot be had without a hall on the screen then.
 *
 * @param file where the picture is to be left
 * @returns what is wrong
 */
export async function judgePicture(
  page: Page,
  pairs: readonly { free: Place; sold: Place }[],
  file: string | undefined,
): Promise<string[]> {
  const png = await page.screenshot()
  if (file !== undefined) await writeFile(file, png)
  const places = pairs.flatMap(({ free, sold }) => [free, sold])
  const colours = await page.evaluate(readColours, { png: png.toString('base64'), places })
  const differing = pairs.filter((_, k) => distance(colours[2 * k], colours[2 * k + 1]) > same)
  return pairs.length > 0 && differing.length >= pairs.length * enough
    ? []
    : [`the screen shows ${differing.length} of ${pairs.length} sold seats as such`]
}

async function readColours({
  png,
  places,
}: {
  png: string
  places: Place[]
}): Promise<(readonly [number, number, number])[]> {
  const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const ctx = canvas.getContext('2d')
  if (!ctx) return []
  ctx.drawImage(bitmap, 0, 0)
  return places.map(({ x, y }) => {
    const { data } = ctx.getImageData(Math.floor(x) - 1, Math.floor(y) - 1, 3, 3)
    const sum = [0, 0, 0] as [number, number, number]
    data.forEach((value, k) => {
      if (k % 4 < 3) sum[k % 4] = (sum[k % 4] ?? 0) + value / 9
    })
    return sum
  })
}

type Colour = readonly [number, number, number]

function distance(a: Colour | undefined, b: Colour | undefined): number {
  if (!a || !b) return 0
  return a.reduce((sum, value, k) => sum + Math.abs(value - (b[k] ?? 0)), 0)
}
