/**
 * Outlines of a seat seen from above, the screen being up: arms and back, a cushion, and the signs that go
 * on it. All are added to the path under construction; x and y are the seat's centre in CSS pixels and s is
 * the seat pitch.
 */
type Path = CanvasRenderingContext2D

const half = { width: 0.42, height: 0.44 }

/** The whole seat where no parts of it can be told. */
export function seatDot(path: Path, x: number, y: number, s: number): void {
  path.rect(x - 0.4 * s, y - 0.42 * s, 0.8 * s, 0.84 * s)
}

/** Arms and back in one: the outline by which a seat is recognised. */
export function seatBody(path: Path, x: number, y: number, s: number, span = 0): void {
  path.roundRect(x - half.width * s, y - half.height * s, (2 * half.width + span) * s, 2 * half.height * s, [
    0.2 * s,
    0.2 * s,
    0.3 * s,
    0.3 * s,
  ])
}

export function seatCushion(path: Path, x: number, y: number, s: number): void {
  path.roundRect(x - 0.32 * s, y - half.height * s, 0.64 * s, 0.7 * s, [0.17 * s, 0.17 * s, 0.2 * s, 0.2 * s])
}

/** One side of a sofa's cushion: round outside, straight along the seam. `side` is -1 left of the seam, 1 right. */
export function sofaCushion(path: Path, x: number, y: number, s: number, side: -1 | 1): void {
  const left = side < 0 ? x - 0.32 * s : x - 0.47 * s
  const outer = 0.19 * s
  const inner = 0.06 * s
  path.roundRect(
    left,
    y - half.height * s,
    0.79 * s,
    0.7 * s,
    side < 0 ? [outer, inner, inner, outer] : [inner, outer, outer, inner],
  )
}

/** So many dots in a row on the seat's lip, below the cushion. */
export function dots(path: Path, x: number, y: number, s: number, count: number): void {
  for (let nth = 0; nth < count; nth++) {
    const at = x + (nth - (count - 1) / 2) * 0.14 * s
    path.moveTo(at, y + 0.35 * s)
    path.arc(at, y + 0.35 * s, 0.05 * s, 0, 2 * Math.PI)
  }
}

export function cross(path: Path, x: number, y: number, s: number): void {
  const r = 0.17 * s
  path.moveTo(x - r, y - r)
  path.lineTo(x + r, y + r)
  path.moveTo(x + r, y - r)
  path.lineTo(x - r, y + r)
}

export function hatching(path: Path, x: number, y: number, s: number): void {
  for (const [shift, reach] of [
    [-0.26, 0.15],
    [0, 0.28],
    [0.26, 0.15],
  ] as const) {
    path.moveTo(x + (shift - reach) * s, y + (shift + reach) * s)
    path.lineTo(x + (shift + reach) * s, y + (shift - reach) * s)
  }
}

export function tick(path: Path, x: number, y: number, s: number): void {
  path.moveTo(x - 0.18 * s, y - 0.06 * s)
  path.lineTo(x - 0.04 * s, y + 0.08 * s)
  path.lineTo(x + 0.2 * s, y - 0.2 * s)
}

/** The wave under the number of a seat that moves with the film. */
export function wave(path: Path, x: number, y: number, s: number): void {
  const at = y + 0.335 * s
  path.moveTo(x - 0.2 * s, at)
  path.quadraticCurveTo(x - 0.1 * s, at - 0.13 * s, x, at)
  path.quadraticCurveTo(x + 0.1 * s, at + 0.13 * s, x + 0.2 * s, at)
}

/** The sign of a wheelchair and who sits in it, within the cushion. */
export function wheelchair(path: Path, x: number, y: number, s: number): void {
  const px = (u: number) => x + u * s
  const py = (v: number) => y + (v - 0.09) * s
  path.moveTo(px(0.0), py(-0.25))
  path.arc(px(-0.05), py(-0.25), 0.05 * s, 0, 2 * Math.PI)
  path.moveTo(px(-0.05), py(-0.15))
  path.lineTo(px(-0.03), py(0.05))
  path.lineTo(px(0.1), py(0.05))
  path.lineTo(px(0.17), py(0.22))
  path.lineTo(px(0.23), py(0.2))
  path.moveTo(px(-0.04), py(-0.06))
  path.lineTo(px(0.09), py(-0.06))
  path.moveTo(px(0.11), py(0.15))
  path.arc(px(-0.03), py(0.11), 0.145 * s, 0.28, Math.PI * 1.35)
}

/** A heart on the seam of a sofa. */
export function heart(path: Path, x: number, y: number, s: number): void {
  const r = 0.1 * s
  path.moveTo(x, y + r)
  path.bezierCurveTo(x - 1.7 * r, y - 0.1 * r, x - 0.9 * r, y - 1.4 * r, x, y - 0.45 * r)
  path.bezierCurveTo(x + 0.9 * r, y - 1.4 * r, x + 1.7 * r, y - 0.1 * r, x, y + r)
}
