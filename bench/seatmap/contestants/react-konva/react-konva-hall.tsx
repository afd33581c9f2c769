import { type ComponentType, memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Circle, Layer, Stage, Text } from 'react-konva'
import type { BenchHall } from '../../page/bench-hall.ts'
import type { Changes, Driver, Prepared } from '../../page/driver.ts'
import { colourOf, colours, type PlainHall, plainHall, radius, state } from '../plain-hall.ts'
import { fitted, listen, type PlainView, placeOf } from '../plain-view.ts'

/** What the page can ask of the mounted hall. */
interface Handles {
  view: PlainView
  chosen: readonly number[]
  change(changes: Changes): void
}

interface SeatProps {
  x: number
  y: number
  colour: string
  seat: number
  onTap: (seat: number) => void
}

function SeatNode({ x, y, colour, seat, onTap }: SeatProps) {
  return (
    <Circle x={x} y={y} radius={radius} fill={colour} onClick={() => onTap(seat)} onTap={() => onTap(seat)} />
  )
}

/** A hall as react-konva's own examples are written. */
export function reactKonva(wish: { memo: boolean }): Driver {
  const Seat = wish.memo ? memo(SeatNode) : SeatNode
  return { zoom: 'pinch', prepare: bench => prepareKonva(bench, Seat) }
}

function prepareKonva(bench: BenchHall, Seat: ComponentType<SeatProps>): Prepared {
  const hall = plainHall(bench)
  const handles: Handles = { view: fitted(hall), chosen: [], change: () => undefined }
  return {
    show: root => createRoot(root).render(<KonvaHall hall={hall} handles={handles} Seat={Seat} />),
    place: seat => placeOf(hall, handles.view, seat),
    chosen: () => handles.chosen,
    change: changes => handles.change(changes),
  }
}

interface KonvaHallProps {
  hall: PlainHall
  handles: Handles
  Seat: ComponentType<SeatProps>
}

function KonvaHall({ hall, handles, Seat }: KonvaHallProps) {
  const [view, setView] = useState(handles.view)
  const [states, setStates] = useState(hall.states)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const element = useRef<HTMLDivElement>(null)

  // As soon as React has committed: told any later, the frame that shows it would have passed already.
  useLayoutEffect(() => {
    handles.chosen = chosen
    handles.change = ({ bought, givenBack }) =>
      setStates(now => {
        const next = now.slice()
        for (const seat of bought) next[seat] = state.sold
        for (const seat of givenBack) next[seat] = state.free
        return next
      })
  }, [handles, chosen])

  useEffect(() => {
    if (!element.current) return
    listen(element.current, hall, {
      view: () => handles.view,
      move(next) {
        handles.view = next
        setView(next)
      },
      // Konva finds the seat that was tapped.
      tap: () => undefined,
    })
  }, [handles, hall])

  const [toggle] = useState(
    () => (seat: number) =>
      setChosen(now => (now.includes(seat) ? now.filter(each => each !== seat) : [...now, seat])),
  )
  const isChosen = new Set(chosen)
  return (
    <div ref={element} style={{ background: colours.floor }}>
      <Stage
        width={innerWidth}
        height={innerHeight}
        x={view.x}
        y={view.y}
        scaleX={view.scale}
        scaleY={view.scale}
      >
        <Layer>
          {hall.numbers.map((_, seat) => (
            <Seat
              // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its index
              key={seat}
              seat={seat}
              x={hall.x[seat] ?? 0}
              y={hall.y[seat] ?? 0}
              colour={colourOf(isChosen.has(seat) ? state.chosen : (states[seat] ?? 0), hall.area[seat] ?? 0)}
              onTap={toggle}
            />
          ))}
          {hall.rows.map(({ y, label }) => (
            <Text key={label} x={-1.5} y={y - 0.25} text={label} fontSize={0.5} fill={colours.label} />
          ))}
        </Layer>
      </Stage>
    </div>
  )
}
