import { useId, useState } from 'react'
import type { SandboxState } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useSetCrowd } from '../actions.ts'
import { useRefusal } from '../use-refusal.ts'
import { topMessages } from './messages.ts'

/** Few buyers are told apart finely, many coarsely. */
const rates = [0, 1, 2, 5, 10, 20, 30, 60, 120, 240, 600] as const

/** People who buy at the tills while one looks: how many a minute, and where. */
export function CrowdPanel({ state }: { state: SandboxState | undefined }) {
  const t = useMessages(topMessages)
  const id = useId()
  const setCrowd = useSetCrowd()
  const refused = useRefusal()
  /** While the slider is being moved it shows what is asked for, not what was read before. */
  const [asked, setAsked] = useState<number>()
  const { buyersPerMinute = 0, cinemaLinkId = '', bought = 0 } = state?.crowd ?? {}
  const rate = asked ?? buyersPerMinute
  const step = rates.findLastIndex(one => one <= rate)

  function choose(buyers: number, cinema: string) {
    setAsked(buyers)
    const crowd = { buyersPerMinute: buyers, ...(cinema !== '' && { cinemaLinkId: cinema }) }
    setCrowd.mutate(crowd, { onError: refused, onSettled: () => setAsked(undefined) })
  }
  return (
    <section aria-label={t.crowd} className="flex items-end gap-x-4 max-sm:w-full">
      <div className="sm:w-52 max-sm:flex-1">
        <div className="flex items-baseline justify-between gap-2">
          <label htmlFor={id} className="text-xs text-mist">
            {t.crowdLabel}
          </label>
          <span aria-hidden="true" className="tabular text-sm font-semibold">
            {rate > 0 ? t.perMinute(rate) : t.nobody}
          </span>
        </div>
        <input
          id={id}
          type="range"
          min={0}
          max={rates.length - 1}
          value={step}
          disabled={!state}
          aria-valuetext={rate > 0 ? t.perMinute(rate) : t.nobody}
          onChange={event => choose(rates[Number(event.target.value)] ?? 0, cinemaLinkId)}
          className="h-9 w-full accent-lamp"
        />
      </div>
      <div>
        <p className="tabular text-right text-xs text-mist">{t.bought(bought)}</p>
        <select
          aria-label={t.crowdAt}
          value={cinemaLinkId}
          disabled={!state}
          onChange={event => choose(rate, event.target.value)}
          className="mt-1 min-h-9 w-40 rounded-xl sm:w-44 bg-ink-900 px-3 text-sm ring-1 ring-inset ring-ink-600"
        >
          <option value="">{t.everywhere}</option>
          {state?.cinemas
            .filter(cinema => cinema.open)
            .map(cinema => (
              <option key={cinema.cinemaLinkId} value={cinema.cinemaLinkId}>
                {cinema.name}
              </option>
            ))}
        </select>
      </div>
    </section>
  )
}
