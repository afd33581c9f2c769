import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import type { HallLayout } from '../layout/hall-layout.ts'
import { seatingMessages } from '../messages.ts'
import { seatLook } from '../seat-look.ts'
import { obstacleOf, type SelectionContext } from '../selection.ts'
import { keepsColumn, walk } from './grid-walk.ts'
import { windowAround } from './grid-window.ts'
import { SeatRow, type SpokenState } from './seat-row.tsx'

interface SeatGridProps {
  layout: HallLayout
  context: SelectionContext
  /** How every seat looks, by `seatLook`: what is muted is said to be filtered out. */
  looks: Uint8Array
  selection: readonly number[]
  onToggle: (seat: number) => void
  /** The seat that the keyboard stands on, for the map to show; undefined when the focus leaves. */
  onFocusSeat: (seat: number | undefined) => void
}

/** Where the keyboard stands or stood. */
interface Place {
  readonly seat: number
  /** The column that it goes up and down in, in pitches. */
  readonly column: number
  /** What was chosen when it left; undefined while it is there. */
  readonly left: readonly number[] | undefined
}

/**
 * The map for the keyboard and for screen readers: every seat a cell with a full name, one of them in the tab
 * order, arrow keys along the real rows. Not seen: the map draws the focus. Of a large hall only the part around
 * the focus stands in the page.
 */
export function SeatGrid({ layout, context, looks, selection, onToggle, onFocusSeat }: SeatGridProps) {
  const words = useMessages(seatingMessages)
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>()
  // Seats that were chosen elsewhere in the meantime, such as the best ones, are where the guest wants to go on.
  const kept = place && (place.left === undefined || place.left === selection) ? place.seat : undefined
  const asked = kept ?? selection[0] ?? place?.seat
  const current = asked !== undefined && asked < layout.count ? asked : (layout.rows[0]?.seats[0] ?? 0)

  // The row of the new seat may only now be in the page, and that of the old one may be gone with the focus in it.
  const walking = useRef(false)
  useEffect(() => {
    if (!walking.current && !table.current?.contains(document.activeElement)) return
    walking.current = false
    table.current?.querySelector<HTMLElement>(`[data-seat="${current}"]`)?.focus({ preventScroll: true })
  }, [current])

  const columnOf = (seat: number) => layout.x[seat] ?? 0

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onToggle(current)
      return
    }
    const column = place?.seat === current ? place.column : columnOf(current)
    const wholeHall = event.ctrlKey || event.metaKey
    const next = walk(layout, current, { key: event.key, wholeHall, column })
    if (next === undefined) return
    event.preventDefault()
    walking.current = next !== current
    setPlace({
      seat: next,
      column: keepsColumn(layout, event.key) ? column : columnOf(next),
      left: undefined,
    })
  }

  function seatOf(target: EventTarget): number | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-seat]') : null
    return cell ? Number(cell.dataset['seat']) : undefined
  }

  const severalSections = layout.hall.sections.length > 1
  const chosen = new Set(selection)
  const spokenState = (seat: number): SpokenState => ({
    state: chosen.has(seat) ? 'chosen' : (obstacleOf(layout, seat, context) ?? 'free'),
    filteredOut: looks[seat] === seatLook.muted,
  })
  return (
    <table
      ref={table}
      role="grid"
      aria-label={`${words.grid}. ${severalSections ? words.gridHelpSections : words.gridHelp}`}
      aria-multiselectable="true"
      aria-rowcount={layout.rows.length}
      aria-colcount={layout.rows.reduce((most, row) => Math.max(most, row.seats.length), 0)}
      className="sr-only"
      onKeyDown={onKeyDown}
      onClick={event => {
        const seat = seatOf(event.target)
        if (seat !== undefined) onToggle(seat)
      }}
      onFocus={event => {
        const seat = seatOf(event.target) ?? current
        setPlace({ seat, column: place?.seat === seat ? place.column : columnOf(seat), left: undefined })
        onFocusSeat(seat)
      }}
      onBlur={() => {
        setPlace({ seat: current, column: place?.column ?? columnOf(current), left: selection })
        onFocusSeat(undefined)
      }}
    >
      <tbody>
        {windowAround({ layout, seat: current }).map(shown => (
          <SeatRow
            key={shown.index}
            layout={layout}
            shown={shown}
            states={shown.seats.map(spokenState)}
            current={shown.seats.includes(current) ? current : -1}
            words={words}
          />
        ))}
      </tbody>
    </table>
  )
}
