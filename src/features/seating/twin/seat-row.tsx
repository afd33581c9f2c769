import { memo } from 'react'
import type { HallLayout } from '../layout/hall-layout.ts'
import type { SeatingMessages } from '../messages.ts'
import { spokenSeat } from '../seat-words.ts'
import type { SeatState } from '../selection.ts'
import type { ShownRow } from './grid-window.ts'

/** What a listener has to know of a seat at this moment. */
export interface SpokenState {
  readonly state: SeatState
  /** It is not among those that the guest has asked to see. */
  readonly filteredOut: boolean
}

interface SeatRowProps {
  layout: HallLayout
  shown: ShownRow
  /** In the order of the shown seats. */
  states: readonly SpokenState[]
  /** The seat in the tab order, -1 in all rows but one. */
  current: number
  words: SeatingMessages
}

/** One row of the grid, as far as it is in the page. Rendered again only when one of its own seats has changed. */
export const SeatRow = memo(function SeatRow({ layout, shown, states, current, words }: SeatRowProps) {
  return (
    <tr aria-rowindex={shown.index + 1}>
      {shown.seats.map((seat, place) => {
        const spoken = states[place] ?? { state: 'free', filteredOut: false }
        return (
          <td
            key={seat}
            role="gridcell"
            data-seat={seat}
            tabIndex={seat === current ? 0 : -1}
            aria-colindex={shown.first + place + 1}
            aria-selected={spoken.state === 'chosen'}
            aria-disabled={spoken.state !== 'chosen' && spoken.state !== 'free'}
            aria-label={spokenSeat(layout, seat, spoken, words)}
          />
        )
      })}
    </tr>
  )
}, sameRow)

function sameRow(a: SeatRowProps, b: SeatRowProps): boolean {
  return (
    a.shown.row === b.shown.row &&
    a.shown.first === b.shown.first &&
    a.shown.seats.length === b.shown.seats.length &&
    a.current === b.current &&
    a.words === b.words &&
    a.states.every(
      ({ state, filteredOut }, place) =>
        state === b.states[place]?.state && filteredOut === b.states[place]?.filteredOut,
    )
  )
}
