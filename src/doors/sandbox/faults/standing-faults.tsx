import type { SetFault } from '#contract/sandbox-faults.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Blank } from '../parts/blank.tsx'
import { Panel } from '../parts/panel.tsx'
import { duration } from '../parts/times.ts'
import { ToolButton } from '../parts/tool-button.tsx'
import { useSandboxNow } from '../queries.ts'
import { aimOf, effectOf } from './fault-words.ts'
import { faultMessages } from './messages.ts'
import { useFaultActions } from './use-fault-actions.ts'

/** The faults in force, oldest first, with what they have done and how long they still stand. */
export function StandingFaults({ faults }: { faults: readonly SetFault[] }) {
  const t = useMessages(faultMessages)
  const { remove, removeAll, busy } = useFaultActions()
  return (
    <Panel
      title={t.standing}
      tools={
        <ToolButton kind="danger" disabled={faults.length === 0 || busy} onClick={() => removeAll(faults)}>
          {t.removeAll}
        </ToolButton>
      }
    >
      {/* Room for the first few, so that what is below does not move under the hand that sets them. */}
      <div className="min-h-40">
        {faults.length === 0 && <Blank title={t.none}>{t.noneHint}</Blank>}
        <ul className="space-y-2">
          {faults.map(fault => (
            <StandingFault key={fault.id} standing={fault} onRemove={() => remove(fault)} />
          ))}
        </ul>
        {faults.length > 1 && <p className="mt-2 text-xs text-mist">{t.oneAtMost}</p>}
      </div>
    </Panel>
  )
}

function StandingFault({ standing, onRemove }: { standing: SetFault; onRemove: () => void }) {
  const t = useMessages(faultMessages)
  const language = useLanguage()
  const now = useSandboxNow() ?? 0
  const { fault, befell, left, until } = standing
  const effect = effectOf(fault, language)
  const lasts = [
    ...(left === undefined ? [] : [t.left(left)]),
    ...(until === undefined ? [] : [t.still(duration(Math.max(0, until - now), language))]),
  ]
  return (
    <li className="flex items-center gap-3 rounded-xl bg-coral/8 py-2 pr-2 pl-3.5 ring-1 ring-inset ring-coral/35">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-semibold">{effect}</p>
        <p className="tabular text-xs text-mist">
          {aimOf(fault, language).join(' · ')} · {t.befell(befell)} ·{' '}
          {lasts.length > 0 ? lasts.join(' · ') : t.untilRemoved}
        </p>
      </div>
      <ToolButton aria-label={`${t.remove}: ${effect}`} onClick={onRemove}>
        {t.remove}
      </ToolButton>
    </li>
  )
}
