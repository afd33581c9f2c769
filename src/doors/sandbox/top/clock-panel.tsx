import type { SandboxState } from '#contract/sandbox-control.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useJump } from '../actions.ts'
import { tell } from '../news.ts'
import { dateOf, duration, timeOfDay, untilMorning } from '../parts/times.ts'
import { ToolButton } from '../parts/tool-button.tsx'
import { usePlace } from '../place.ts'
import { useSandboxNow, useShow } from '../queries.ts'
import { useRefusal } from '../use-refusal.ts'
import { topMessages } from './messages.ts'

const minuteMs = 60_000
const steps = [
  ['minute', minuteMs],
  ['quarter', 15 * minuteMs],
  ['hour', 60 * minuteMs],
] as const
/** So far past an instant one lands that nobody's rounding brings it back. */
const pastMs = 1_000

/** The sandbox's own clock and the ways to put it forward. It never goes back. */
export function ClockPanel({ state }: { state: SandboxState | undefined }) {
  const t = useMessages(topMessages)
  const language = useLanguage()
  const now = useSandboxNow()
  const jump = useJump()
  const refused = useRefusal()
  const { place } = usePlace()
  const { data: show } = useShow(place.show)
  const toSaleEnd = show && now !== undefined ? show.stopSellingAt - now + pastMs : 0

  const forward = (ms: number) =>
    jump.mutate(ms, {
      onSuccess: () => tell({ tone: 'done', text: t.jumped(duration(ms, language)) }),
      onError: refused,
    })
  const blocked = now === undefined || jump.isPending
  return (
    <section aria-label={t.clock} className="flex flex-wrap items-end gap-x-5 gap-y-2">
      {/* As wide as its longest words, so that a jump does not move the button that made it. */}
      <div className="sm:w-60">
        <p className="tabular text-3xl leading-none font-bold" role="timer">
          {now === undefined ? '--:--:--' : timeOfDay(now)}
        </p>
        <p className="tabular mt-1.5 text-xs whitespace-nowrap text-mist">
          {now !== undefined && dateOf(now)}
          <span className={state && state.aheadMs > 0 ? 'text-lamp' : ''}>
            {state && ` · ${state.aheadMs > 0 ? t.ahead(duration(state.aheadMs, language)) : t.onTime}`}
          </span>
          &nbsp;
        </p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form's part */}
      <div role="group" aria-label={t.jump} className="flex flex-wrap gap-1.5">
        {steps.map(([name, ms]) => (
          <ToolButton key={name} disabled={blocked} onClick={() => forward(ms)}>
            {t[name]}
          </ToolButton>
        ))}
        <ToolButton
          disabled={blocked}
          onClick={() => now !== undefined && forward(Math.ceil(untilMorning(now)))}
        >
          {t.morning}
        </ToolButton>
        <ToolButton
          disabled={blocked || toSaleEnd <= pastMs}
          title={toSaleEnd > pastMs ? t.pastSaleHint : t.pastSaleNone}
          onClick={() => forward(Math.ceil(toSaleEnd))}
        >
          {t.pastSale}
        </ToolButton>
      </div>
    </section>
  )
}
