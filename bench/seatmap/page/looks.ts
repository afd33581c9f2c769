/** What is to be seen at a place, as numbers that can be compared. */
export type Look = string

/** Half of the square of pixels that is looked at. */
const reach = 1
/** A seat's number lies on its disc, and some maps lay a veil over both. */
const layers = 6

/**
 * What stands at a point of the window: the pixels of every canvas there, and how the topmost elements are painted.
 * Meant to be asked between frames: it makes the browser finish what it has put off.
 */
export function lookAt(x: number, y: number): Look {
  const looks: string[] = []
  for (const canvas of document.querySelectorAll('canvas')) {
    const box = canvas.getBoundingClientRect()
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue
    looks.push(
      pixels(
        canvas,
        ((x - box.left) / box.width) * canvas.width,
        ((y - box.top) / box.height) * canvas.height,
      ),
    )
  }
  for (const element of document.elementsFromPoint(x, y).slice(0, layers)) {
    if (!(element instanceof HTMLCanvasElement)) looks.push(paintOf(element))
  }
  return looks.join(' | ')
}

function pixels(canvas: HTMLCanvasElement, x: number, y: number): string {
  const side = 2 * reach + 1
  const ctx = canvas.getContext('2d')
  if (!ctx) return ''
  const { data } = ctx.getImageData(Math.floor(x) - reach, Math.floor(y) - reach, side, side)
  return data.join()
}

function paintOf(element: Element): string {
  // One that is only about to fade in shows nothing yet.
  if (!element.checkVisibility({ opacityProperty: true })) return ''
  const { fill, backgroundColor, opacity, backgroundImage } = getComputedStyle(element)
  return [element.tagName, fill, backgroundColor, opacity, backgroundImage].join()
}
