import type { LoggedCall } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { codeOf, fateOf } from './call-words.ts'
import { callMessages } from './messages.ts'

const tones = { fine: 'text-leaf', refused: 'text-lamp', lost: 'text-coral' } as const

/** What became of the call, in the protocol's own word; of a lost answer also what it would have said. */
export function CallCode({ call }: { call: LoggedCall }) {
  const t = useMessages(callMessages)
  const fate = fateOf(call)
  const code = codeOf(call)
  const words = fate === 'lost' ? (code === undefined ? t.noAnswer : t.lost(code)) : (code ?? t.noCode)
  return <span className={`mono text-xs ${tones[fate]}`}>{words}</span>
}

/** The faults that befell the call, by their kinds in the control interface. */
export function FaultChips({ faults }: { faults: readonly string[] }) {
  return [...new Set(faults)].map(kind => (
    <span key={kind} className="mono rounded-full bg-coral/15 px-2 text-xs leading-5 text-coral">
      {kind}
    </span>
  ))
}
