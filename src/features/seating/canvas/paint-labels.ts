import type { HallLayout, Row } from '../layout/hall-layout.ts'
import { detailAt, type HallPicture, showsSections } from './scene.ts'
import { type Size, type View, visibleBounds } from './view.ts'

/** Distance of a label's middle from the row's end, in pitches, and from the canvas's edge, in CSS pixels. */
const fromRow = 0.52
const fromEdge = 17
const leastFromEdge = 7
const barHalf = 14

/**
 * Row labels at both ends of every row. A row that begins outside the canvas keeps its label at the edge, on a
 * bar, so that one always knows which row is which; and so does the screen.
 */
export function paintLabels(
  ctx: CanvasRenderingContext2D,
  picture: HallPicture,
  view: View,
  size: Size,
): void {
  paintScreenHint(ctx, picture, view, size)
  if (detailAt(view.scale) === 'dot' || showsSections(picture, view)) return
  const { rows } = picture.layout
  const shown = visibleBounds(view, size)
  const inView = rows.filter(
    row =>
      row.y > shown.top && row.y < shown.bottom && row.right > shown.left + 0.5 && row.left < shown.right,
  )
  const besideBar = shown.left + (fromEdge + barHalf) / view.scale
  const every = Math.max(1, Math.ceil(11 / view.scale))
  const stuck: StuckLabel[] = []
  const type = Math.min(Math.max(10, view.scale * 0.42), 18)
  ctx.font = `500 ${type}px ${picture.palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = picture.palette.quietText
  inView.forEach((row, k) => {
    if (k % every !== 0) return
    const y = row.y * view.scale + view.y
    const away = Math.max(fromRow * view.scale, type * 0.8)
    const left = row.left * view.scale + view.x - away
    const right = row.right * view.scale + view.x + away
    if (left < 0) stuck.push({ text: labelFrom(picture.layout, row, besideBar), y })
    else ctx.fillText(row.leftLabel, Math.max(left, leastFromEdge), y)
    if (right < size.width) ctx.fillText(row.rightLabel, Math.min(right, size.width - leastFromEdge), y)
  })
  paintBar(ctx, picture, stuck)
}

function paintBar(
  ctx: CanvasRenderingContext2D,
  { palette }: HallPicture,
  stuck: readonly StuckLabel[],
): void {
  const first = stuck[0]
  const last = stuck.at(-1)
  if (!first || !last) return
  ctx.globalAlpha = 0.94
  ctx.fillStyle = palette.floor
  ctx.beginPath()
  const height = last.y - first.y + 2 * barHalf
  ctx.roundRect(0, first.y - barHalf, fromEdge + barHalf, height, [0, barHalf, barHalf, 0])
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.fillStyle = palette.text
  for (const { text, y } of stuck) ctx.fillText(text, fromEdge, y, 24)
}

interface StuckLabel {
  readonly text: string
  readonly y: number
}

/**
 * The label of the first seat of a row that stands right of here, beside the bar: where two sections stand side by side, they may call one
 * line by two names.
 */
function labelFrom({ hall, x }: HallLayout, { seats, leftLabel }: Row, left: number): string {
  let [from, to] = [0, seats.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((x[seats[middle] ?? 0] ?? 0) < left) from = middle + 1
    else to = middle
  }
  return hall.seats.row[seats[from] ?? -1] ?? leftLabel
}

/** Where the screen is when it cannot be seen: a chip at the upper edge, over the hall's axis. */
function paintScreenHint(ctx: CanvasRenderingContext2D, picture: HallPicture, view: View, size: Size): void {
  const { layout, palette, screenWord } = picture
  if (layout.screen.y * view.scale + view.y > 0) return
  const x = Math.min(Math.max(layout.screen.x * view.scale + view.x, 70), size.width - 70)
  ctx.font = `500 14px ${palette.font}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  const half = ctx.measureText(screenWord).width / 2 + 22
  ctx.globalAlpha = 0.9
  ctx.fillStyle = palette.floor
  ctx.beginPath()
  ctx.roundRect(x - half, 8, half * 2, 28, 14)
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.fillStyle = palette.light
  ctx.beginPath()
  ctx.moveTo(x - half + 12, 26)
  ctx.lineTo(x - half + 17, 18)
  ctx.lineTo(x - half + 22, 26)
  ctx.fill()
  ctx.fillText(screenWord, x + 8, 22.5)
}
