import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { walk } from './grid-walk.ts'
import type { HallLayout, Row } from './layout/hall-layout.ts'
import { type SeatingMessages, seatingMessages } from './messages.ts'
import { spokenSeat } from './seat-words.ts'
import { obstacleOf, type SeatState, type SelectionContext } from './selection.ts'

/** A hall with more seats is put into the page only around the row that has the focus. */
const wholeUpTo = 700
const rowsAround = 3

interface SeatGridProps {
  layout: HallLayout
  context: SelectionContext
  selection: readonly number[]
  onToggle: (seat: number) => void
  /** The seat that the keyboard stands on, for the map to show; undefined when the focus leaves. */
  onFocusSeat: (seat: number | undefined) => void
}

/** Where the keyboard stands or stood, and what was chosen when it left. */
interface Place {
  readonly seat: number
  readonly left?: readonly number[]
}

/**
 * The map for the keyboard and for screen readers: every seat a cell with a full name, one of them in the tab
 * order, arrow keys along the real rows. Not seen: the map draws the focus.
 */
export function SeatGrid({ layout, context, selection, onToggle, onFocusSeat }: SeatGridProps) {
  const words = useMessages(seatingMessages)
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>()
  // Seats that were chosen elsewhere in the meantime, such as the best ones, are where the guest wants to go on.
  const kept = place && (place.left === undefined || place.left === selection) ? place.seat : undefined
  const asked = kept ?? selection[0] ?? place?.seat
  const current = asked !== undefined && asked < layout.count ? asked : firstSeat(layout)

  // The row of the new seat may only now be in the page, so the focus follows after the rendering.
  useEffect(() => {
    if (!table.current?.contains(document.activeElement)) return
    table.current.querySelector<HTMLElement>(`[data-seat="${current}"]`)?.focus({ preventScroll: true })
  }, [current])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onToggle(current)
      return
    }
    const next = walk(layout, current, event.key, event.ctrlKey || event.metaKey)
    if (next === undefined) return
    event.preventDefault()
    setPlace({ seat: next })
  }

  function seatOf(target: EventTarget): number | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-seat]') : null
    return cell ? Number(cell.dataset['seat']) : undefined
  }

  const currentRow = layout.row[current] ?? 0
  const shown = layout.rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => layout.count <= wholeUpTo || Math.abs(index - currentRow) <= rowsAround)
  const chosen = new Set(selection)
  return (
    <table
      ref={table}
      role="grid"
      aria-label={`${words.grid}. ${words.gridHelp}`}
      aria-multiselectable="true"
      aria-rowcount={layout.rows.length}
      className="sr-only"
      onKeyDown={onKeyDown}
      onClick={event => {
        const seat = seatOf(event.target)
        if (seat !== undefined) onToggle(seat)
      }}
      onFocus={event => {
        const seat = seatOf(event.target)
        setPlace(seat === undefined ? undefined : { seat })
        onFocusSeat(seat)
      }}
      onBlur={() => {
        setPlace({ seat: current, left: selection })
        onFocusSeat(undefined)
      }}
    >
      <tbody>
        {shown.map(({ row, index }) => (
          <SeatRow
            key={index}
            layout={layout}
            row={row}
            index={index}
            states={row.seats.map(seat => stateOf(layout, seat, context, chosen))}
            current={index === currentRow ? current : -1}
            words={words}
          />
        ))}
      </tbody>
    </table>
  )
}

interface SeatRowProps {
  layout: HallLayout
  row: Row
  index: number
  states: readonly SeatState[]
  /** The seat in the tab order, -1 in all rows but one. */
  current: number
  words: SeatingMessages
}

/** Rendered again only when one of its own seats has changed. */
const SeatRow = memo(function SeatRow({ layout, row, index, states, current, words }: SeatRowProps) {
  return (
    <tr aria-rowindex={index + 1}>
      {row.seats.map((seat, place) => {
        const state = states[place] ?? 'free'
        return (
          <td
            key={seat}
            role="gridcell"
            data-seat={seat}
            tabIndex={seat === current ? 0 : -1}
            aria-selected={state === 'chosen'}
            aria-disabled={state !== 'chosen' && state !== 'free'}
            aria-label={spokenSeat(layout, seat, state, words)}
          />
        )
      })}
    </tr>
  )
}, sameRow)

function sameRow(a: SeatRowProps, b: SeatRowProps): boolean {
  return (
    a.row === b.row &&
    a.current === b.current &&
    a.words === b.words &&
    a.states.every((state, place) => state === b.states[place])
  )
}

function stateOf(
  layout: HallLayout,
  seat: number,
  context: SelectionContext,
  chosen: ReadonlySet<number>,
): SeatState {
  return chosen.has(seat) ? 'chosen' : (obstacleOf(layout, seat, context) ?? 'free')
}

function firstSeat(layout: HallLayout): number {
  return layout.rows[0]?.seats[0] ?? 0
}
