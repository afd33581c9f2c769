import { useState } from 'react'
import type { SandboxState } from '#contract/sandbox-control.ts'
import type { SetFault } from '#contract/sandbox-faults.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { SelectField } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { aimOf, lengthOf } from './fault-words.ts'
import { faultMessages, presetWords } from './messages.ts'
import { type PresetName, presetFault, presetNames, standing } from './presets.ts'
import { useFaultActions } from './use-fault-actions.ts'

const confirms = [
  'order.confirmOrder',
  'order.confirmOrderForMultiPay',
  'order.confirmMixOrder',
  'order.confirmMixOrderForMultiPay',
  'order.confirmGoodsOrder',
  'order.confirmGoodsOrderForMultiPay',
] as const

interface PresetSwitchesProps {
  faults: readonly SetFault[]
  cinemas: SandboxState['cinemas']
}

/** One switch a mishap. It shows what stands, so it goes off by itself when the fault is used up. */
export function PresetSwitches({ faults, cinemas }: PresetSwitchesProps) {
  const t = useMessages(faultMessages)
  const [cinema, setCinema] = useState('')
  const [confirm, setConfirm] = useState<string>(confirms[0])
  const aim = { confirm, ...(cinema !== '' && { cinemaLinkId: cinema }) }
  return (
    <Panel title={t.presets} className="@container">
      <div className="mb-4 grid grid-cols-2 gap-2">
        <SelectField
          label={t.presetCinema}
          value={cinema}
          onPick={setCinema}
          choices={[
            { value: '', name: t.everyCinema },
            ...cinemas.map(({ cinemaLinkId, name }) => ({
              value: cinemaLinkId,
              name: `${cinemaLinkId} ${name}`,
            })),
          ]}
        />
        <SelectField
          label={t.presetConfirm}
          value={confirm}
          onPick={setConfirm}
          choices={confirms.map(name => ({ value: name, name: name.replace('order.', '') }))}
        />
      </div>
      <ul className="grid gap-2 @xl:grid-cols-2">
        {presetNames.map(name => (
          <li key={name}>
            <PresetSwitch name={name} aim={aim} faults={faults} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface PresetSwitchProps {
  name: PresetName
  aim: Parameters<typeof presetFault>[1]
  faults: readonly SetFault[]
}

function PresetSwitch({ name, aim, faults }: PresetSwitchProps) {
  const words = useMessages(presetWords)
  const language = useLanguage()
  const { set, remove, busy } = useFaultActions()
  const fault = presetFault(name, aim)
  const stands = standing(fault, faults)
  return (
    <button
      type="button"
      role="switch"
      aria-checked={stands !== undefined}
      aria-label={words[name]}
      disabled={busy}
      onClick={() => (stands ? remove(stands) : set(fault))}
      className="group flex size-full min-h-14 items-center gap-3 rounded-xl bg-ink-900 px-3.5 py-2 text-left ring-1 ring-inset ring-ink-700 hover:bg-ink-800 aria-checked:bg-coral/10 aria-checked:ring-coral/50"
    >
      <span className="min-w-0 flex-1">
        <span className="block text-sm leading-tight font-semibold">{words[name]}</span>
        <span className="block text-xs text-mist">
          {[...aimOf(fault, language), lengthOf(fault, language)].join(' · ')}
        </span>
      </span>
      <span
        aria-hidden="true"
        className="h-6 w-10 shrink-0 rounded-full bg-ink-600 p-0.5 transition-colors group-aria-checked:bg-coral"
      >
        <span className="block size-5 rounded-full bg-paper transition-transform group-aria-checked:translate-x-4" />
      </span>
    </button>
  )
}
