import type { ReactNode } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import type { HallLayout } from './layout/hall-layout.ts'
import { seatingMessages } from './messages.ts'

/** What the signs on the seats mean: only those that this hall has. */
export function StateLegend({ layout }: { layout: HallLayout }) {
  const words = useMessages(seatingMessages)
  const has = (type: string) => layout.hall.seats.type.some(seat => seat === type)
  const entries: readonly { name: string; shown: boolean; sign: ReactNode }[] = [
    {
      name: words.chosen,
      shown: true,
      sign: <Seat fill="var(--color-lamp)" mark="M6 10.5 9 13.5 14.5 7" ink="var(--color-on-lamp)" />,
    },
    { name: words.sold, shown: true, sign: <Seat fill="var(--seat-sold)" edge /> },
    { name: words.couple, shown: has('L'), sign: seatSign.couple },
    {
      name: words.wheelchair,
      shown: has('W'),
      sign: seatSign.wheelchair,
    },
    {
      name: words.vibrating,
      shown: has('Z'),
      sign: <Seat fill="var(--seat-band-1)" mark="M5 13q2.5-4 5 0t5 0" ink="var(--color-paper)" />,
    },
    {
      name: words.heldBack,
      shown: has('H'),
      sign: (
        <Seat
          fill="var(--seat-sold)"
          edge
          mark="M5.5 11 10 6.5M6 15.5l8.5-8.5M10.5 15.5l4-4"
          ink="var(--seat-mark)"
        />
      ),
    },
    {
      name: words.damaged,
      shown: layout.hall.seats.damaged.length > 0,
      sign: <Seat fill="var(--seat-sold)" edge mark="m7 8 6 6m0-6-6 6" ink="var(--seat-mark)" />,
    },
  ]
  return (
    <ul className="flex min-w-24 flex-1 flex-wrap items-center gap-x-2 gap-y-1 text-mist text-xs in-data-[density=kiosk]:gap-x-4 in-data-[density=kiosk]:text-sm">
      {entries
        .filter(entry => entry.shown)
        .map(({ name, sign }) => (
          <li key={name} className="flex items-center gap-1 in-data-[density=kiosk]:gap-1.5">
            {sign}
            <span className="inline-block first-letter:uppercase">{name}</span>
          </li>
        ))}
    </ul>
  )
}

interface SeatProps {
  fill: string
  edge?: boolean
  mark?: string
  ink?: string
}

function Seat({ fill, edge = false, mark, ink }: SeatProps) {
  return (
    <svg viewBox="0 0 20 20" className="size-4 in-data-[density=kiosk]:size-5" aria-hidden="true">
      <path
        d="M5 2h10a3.2 3.2 0 0 1 3.2 3.2v7.6A5 5 0 0 1 13.2 18H6.8a5 5 0 0 1-5-5V5.2A3.2 3.2 0 0 1 5 2Z"
        fill={fill}
        {...(edge && { stroke: 'var(--seat-sold-edge)' })}
      />
      {mark && (
        <path
          d={mark}
          fill="none"
          stroke={ink}
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}

function Sofa() {
  return (
    <svg
      viewBox="0 0 36 20"
      className="h-4 w-7 in-data-[density=kiosk]:h-5 in-data-[density=kiosk]:w-9"
      aria-hidden="true"
    >
      <path
        d="M5 2h26a3.2 3.2 0 0 1 3.2 3.2v7.8a5 5 0 0 1-5 5H6.8a5 5 0 0 1-5-5V5.2A3.2 3.2 0 0 1 5 2Z"
        fill="var(--seat-band-1)"
        fillOpacity="0.5"
      />
      <path
        d="M6.5 2h10.7v12H6.5a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 6.5 2Zm12.3 0h10.7a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5H18.8Z"
        fill="var(--seat-band-1)"
      />
    </svg>
  )
}

/** The signs of the kinds that one can ask to see alone. */
export const seatSign = {
  couple: <Sofa />,
  wheelchair: (
    <Seat
      fill="var(--seat-band-1)"
      mark="M9 5.6v.1M9 7.5v4h3l1.6 3.4M8 9.6a3.4 3.4 0 1 0 4 5.2"
      ink="var(--seat-ink)"
    />
  ),
} as const
