import type { Place } from '../page/driver.ts'

/** Where an element that stands for a seat is drawn; `spacing` is the distance to the next seat in its widths. */
export function placeOfElement(element: Element | undefined, spacing: number): Place | undefined {
  if (!element) return undefined
  const box = element.getBoundingClientRect()
  if (box.width === 0) return undefined
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, pitch: box.width * spacing }
}
