/** Everybody who is measured. */
export interface Contestant {
  /** Of its folder below `contestants/`, and what `--only` calls it. */
  readonly id: string
  readonly name: string
  readonly kind: 'floor' | 'ours' | 'limit' | 'peer'
}

export const contestants: readonly Contestant[] = [
  { id: 'empty', name: 'empty canvas (floor)', kind: 'floor' },
  { id: 'ours', name: 'ours', kind: 'ours' },
  { id: 'raw-arcs', name: 'raw Canvas2D, arcs one by one', kind: 'limit' },
  { id: 'raw-paths', name: 'raw Canvas2D, best paths', kind: 'limit' },
  { id: 'raw-sprites', name: 'raw Canvas2D, sprites', kind: 'limit' },
  { id: 'konva-naive', name: 'react-konva, a node a seat', kind: 'peer' },
  { id: 'konva-memo', name: 'react-konva, a node a seat, memo', kind: 'peer' },
  { id: 'seatmap-canvas', name: '@alisaitteke/seatmap-canvas (SVG)', kind: 'peer' },
  { id: 'seatchart', name: 'seatchart (DOM, one size)', kind: 'peer' },
  { id: 'react-seat-picker', name: 'react-seat-picker (DOM, one size)', kind: 'peer' },
]

/** What the others are compared with. */
export const yardstick = 'raw-paths'

/** @param only ids, or beginnings of them such as `raw`; none asks for everybody. The floor and the yardstick are always there. */
export function chosenContestants(only: readonly string[]): readonly Contestant[] {
  for (const wish of only)
    if (!contestants.some(({ id }) => id.startsWith(wish)))
      throw new Error(`no contestant ${wish}: ${contestants.map(({ id }) => id).join(', ')}`)
  if (only.length === 0) return contestants
  return contestants.filter(({ id }) => only.some(wish => id.startsWith(wish)))
}
