import { useMessages } from '#src/i18n/messages.ts'
import { FilterChip } from './filter-chip.tsx'
import type { HallLayout } from './layout/hall-layout.ts'
import { seatingMessages } from './messages.ts'
import { isOfKind, type SeatKind, seatLook } from './seat-look.ts'
import { seatSign } from './state-legend.tsx'

interface KindLegendProps {
  layout: HallLayout
  looks: Uint8Array
  shownKind: SeatKind | undefined
  onShowKind: (kind: SeatKind | undefined) => void
}

const kinds: readonly SeatKind[] = ['couple', 'wheelchair']

/** The kinds of seats that somebody may have come for, where the hall has them; tapping one shows only these. */
export function KindLegend({ layout, looks, shownKind, onShowKind }: KindLegendProps) {
  const words = useMessages(seatingMessages)
  const present = kinds.filter(kind => layout.hall.seats.type.some((_, seat) => isOfKind(layout, seat, kind)))
  if (present.length === 0) return null
  return (
    <fieldset className="contents">
      <legend className="sr-only">{words.kinds}</legend>
      {present.map(kind => (
        <FilterChip
          key={kind}
          sign={seatSign[kind]}
          name={words[kind]}
          left={countFree(layout, looks, kind)}
          pressed={kind === shownKind}
          onPress={() => onShowKind(kind === shownKind ? undefined : kind)}
        />
      ))}
    </fieldset>
  )
}

/** Free seats of a kind, whether shown or muted. */
function countFree(layout: HallLayout, looks: Uint8Array, kind: SeatKind): number {
  let free = 0
  looks.forEach((look, seat) => {
    if ((look === seatLook.free || look === seatLook.muted) && isOfKind(layout, seat, kind)) free += 1
  })
  return free
}
