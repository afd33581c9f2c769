import { useId } from 'react'
import type { Point } from '../layout/geometry.ts'
import { type SeatView, viewFrame } from './seat-view.ts'

const listed = (points: readonly Point[]) =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

/** The screen as it is seen from a seat: the wall it hangs on, its light, and the heads of the rows before. */
export function SeatViewPicture({ view, label }: { view: SeatView; label: string }) {
  const id = useId()
  const [a, b, c, d] = view.wall
  const { width, height } = viewFrame
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="block size-full rounded-xl bg-(--view-side)"
    >
      <defs>
        <radialGradient id={`${id}glow`}>
          <stop offset="0" stopColor="var(--hall-light)" stopOpacity="0.5" />
          <stop offset="1" stopColor="var(--hall-light)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id={`${id}light`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--hall-light)" />
          <stop offset="1" stopColor="var(--view-screen)" />
        </linearGradient>
      </defs>
      {a && b && c && d && (
        <>
          <polygon
            points={listed([a, b, { x: width + 80, y: -60 }, { x: -80, y: -60 }])}
            fill="var(--view-ceiling)"
          />
          <polygon
            points={listed([d, c, { x: width + 80, y: height + 60 }, { x: -80, y: height + 60 }])}
            fill="var(--view-floor)"
          />
        </>
      )}
      <polygon points={listed(view.wall)} fill="var(--view-wall)" />
      <ellipse cx={width / 2} cy={height / 2} rx={width * 0.55} ry={height * 0.6} fill={`url(#${id}glow)`} />
      <polygon
        points={listed(view.screen)}
        fill={`url(#${id}light)`}
        stroke="var(--hall-light)"
        strokeWidth="0.6"
      />
      {view.heads.map(({ x, y, radius }) => (
        <g key={`${x} ${y}`} fill="var(--view-head)">
          <circle cx={x} cy={y} r={radius} />
          <rect
            x={x - radius * 1.45}
            y={y + radius * 0.75}
            width={radius * 2.9}
            height={height}
            rx={radius * 0.8}
          />
        </g>
      ))}
    </svg>
  )
}
