import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '#src/i18n/messages.ts'
import { groupBy } from '../parts/group-by.ts'
import { Panel } from '../parts/panel.tsx'
import { ToolButton, toolClass } from '../parts/tool-button.tsx'
import { usePlace } from '../place.ts'
import type { SeatPlace } from './hall-layout.ts'
import { hallMessages } from './messages.ts'

const shownAtFirst = 20
/** More seats of one holder are counted, not named. */
const namedSeats = 12

/** The locks and orders of a show with their seats, in words: what the map shows by colour. */
export function SeatHolders({ places }: { places: readonly SeatPlace[] }) {
  const t = useMessages(hallMessages)
  const { linkTo } = usePlace()
  const [shown, setShown] = useState(shownAtFirst)
  const holders = useMemo(() => {
    const held = places.filter(place => place.lockOrderId !== undefined)
    return [...groupBy(held, place => place.lockOrderId ?? '')].toReversed()
  }, [places])
  return (
    <Panel title={t.holders}>
      {holders.length === 0 && <p className="text-sm text-mist">{t.noHolders}</p>}
      <ul className="divide-y divide-ink-700">
        {holders.slice(0, shown).map(([lockOrderId, seats]) => {
          const ordered = seats[0]?.state === 'ordered'
          return (
            <li key={lockOrderId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
              <span
                className={`rounded-full px-2 text-xs leading-5 ring-1 ring-inset ${ordered ? 'text-leaf ring-leaf/50' : 'text-lamp ring-lamp/50'}`}
              >
                {ordered ? t.order : t.lock}
              </span>
              <span className="mono text-xs">{lockOrderId}</span>
              <span className="min-w-0 flex-1 text-mist">
                {seats
                  .slice(0, namedSeats)
                  .map(({ row, column }) => t.seat(row, column))
                  .join(', ')}
                {seats.length > namedSeats && ` … (${t.holderSeats(seats.length)})`}
              </span>
              {ordered && (
                <Link to={linkTo({ tab: 'orders', find: lockOrderId })} className={toolClass()}>
                  {t.order}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      {holders.length > shown && (
        <ToolButton className="mt-2" onClick={() => setShown(shown + shownAtFirst)}>
          {t.more(Math.min(shownAtFirst, holders.length - shown))}
        </ToolButton>
      )}
    </Panel>
  )
}
