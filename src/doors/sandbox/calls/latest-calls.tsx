import { Link } from 'react-router'
import { useMessages } from '#src/i18n/messages.ts'
import { Card } from '#src/ui/card.tsx'
import { shortApi } from '../faults/fault-words.ts'
import { timeOfDay } from '../parts/times.ts'
import { usePlace } from '../place.ts'
import { useCalls } from '../queries.ts'
import { CallCode, FaultChips } from './call-marks.tsx'
import { callMessages } from './messages.ts'

const shown = 60

/** The latest calls beside the other views, on screens that have the room: what one does shows its effect at once. */
export function LatestCalls() {
  const t = useMessages(callMessages)
  const { linkTo } = usePlace()
  const { data: calls } = useCalls()
  return (
    <aside aria-label={t.latest} className="sticky top-4 hidden w-84 shrink-0 min-[1700px]:block">
      <Card className="flex max-h-[calc(100vh-2rem)] flex-col p-4">
        <div className="mb-2 flex min-h-9 items-center justify-between">
          <h2 className="font-display text-xl font-bold">{t.latest}</h2>
          <Link to={linkTo({ tab: 'calls' })} className="text-sm text-lamp underline underline-offset-3">
            {t.all}
          </Link>
        </div>
        {calls?.length === 0 && <p className="text-sm text-mist">{t.none}</p>}
        <ol className="min-h-0 flex-1 overflow-y-auto">
          {calls
            ?.slice(-shown)
            .toReversed()
            .map(call => (
              <li key={call.id}>
                <Link
                  to={linkTo({ tab: 'calls', call: String(call.id) })}
                  className="block rounded-lg px-2 py-1.5 -outline-offset-2 hover:bg-ink-800"
                >
                  <span className="flex items-baseline justify-between gap-2">
                    <span className="mono truncate text-xs">{shortApi(call.api) || '–'}</span>
                    <span className="tabular text-xs text-mist">{timeOfDay(call.at)}</span>
                  </span>
                  <span className="flex flex-wrap items-center gap-x-2">
                    <CallCode call={call} />
                    <FaultChips faults={call.faults} />
                    {call.repeated && <span className="text-xs text-sky">{t.repeated}</span>}
                  </span>
                </Link>
              </li>
            ))}
        </ol>
      </Card>
    </aside>
  )
}
