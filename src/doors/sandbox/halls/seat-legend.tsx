import { useEffect, useRef } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { hallMessages, type PlaceState } from './messages.ts'
import { paintSeat } from './paint-hall.ts'

const states = ['free', 'locked', 'ordered', 'till', 'held', 'broken'] as const satisfies PlaceState[]
const sizePx = 18

/** What the marks of the map mean, and how many there are of each. */
export function SeatLegend({ counts }: { counts: Readonly<Record<PlaceState, number>> }) {
  const t = useMessages(hallMessages)
  return (
    <ul aria-label={t.states} className="flex flex-wrap gap-x-4 gap-y-1.5">
      {states.map(state => (
        <li key={state} className="flex items-center gap-1.5 text-xs">
          <SeatMark state={state} />
          {t[state]}
          <span className="tabular text-mist">{counts[state]}</span>
        </li>
      ))}
    </ul>
  )
}

function SeatMark({ state }: { state: PlaceState }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.setTransform(2, 0, 0, 2, 0, 0)
    context.clearRect(0, 0, sizePx, sizePx)
    paintSeat(context, state, 0, 0, sizePx)
  }, [state])
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} width={2 * sizePx} height={2 * sizePx} className="block size-4.5" />
    </span>
  )
}
