import type { SandboxState } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { LanguageSwitch } from '#src/ui/language-switch.tsx'
import { sandboxMessages } from '../messages.ts'
import { ClockPanel } from './clock-panel.tsx'
import { CrowdPanel } from './crowd-panel.tsx'
import { topMessages } from './messages.ts'
import { ResetButton } from './reset-button.tsx'

/** What concerns the whole sandbox. It keeps its height while the state is still on its way. */
export function TopBar({ state }: { state: SandboxState | undefined }) {
  const t = useMessages(sandboxMessages)
  return (
    <header className="px-3 pt-3 pb-1 sm:px-5">
      <div className="mb-2 flex items-center justify-between gap-4">
        <p className="flex items-baseline gap-2.5">
          <span className="font-display text-xl font-bold tracking-wide whitespace-nowrap sm:text-2xl">
            {t.title}
          </span>
          <span className="text-sm text-mist max-sm:hidden">Foyer</span>
        </p>
        <div className="flex items-center gap-1">
          <ResetButton seed={state?.seed} />
          <LanguageSwitch className="min-h-9! rounded-xl! px-3! text-sm whitespace-nowrap" />
        </div>
      </div>
      <div className="flex flex-wrap items-stretch gap-x-8 gap-y-3 pb-2">
        <ClockPanel state={state} />
        <CrowdPanel state={state} />
        <Counts state={state} />
      </div>
    </header>
  )
}

const counted = ['calls', 'locks', 'orders', 'soldSeats'] as const

function Counts({ state }: { state: SandboxState | undefined }) {
  const t = useMessages(topMessages)
  return (
    <dl aria-label={t.counts} className="grid grid-cols-4 items-end gap-x-6 sm:ml-auto">
      {counted.map(name => (
        <div key={name} className="flex min-w-14 flex-col-reverse">
          <dt className="text-xs text-mist">{t[name]}</dt>
          <dd className="tabular text-xl font-bold">{state?.counts[name].toLocaleString('en') ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
