import { type FormEvent, useState } from 'react'
import type { SandboxState } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { CodeBlock } from '../parts/code-block.tsx'
import { SelectField, TextField } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import { emptyDraft, type FaultDraft, faultOf, ownFields } from './fault-draft.ts'
import { type Kind, kindWords } from './fault-words.ts'
import { formMessages } from './form-messages.ts'
import { OwnFields } from './own-fields.tsx'
import { curlFor } from './presets.ts'
import { useFaultActions } from './use-fault-actions.ts'

const lengths = ['next', 'times', 'for', 'always'] as const
const kinds = Object.keys(ownFields) as Kind[]

/** Every fault there is, with its aim, and the line of curl that sets the same. */
export function FaultForm({ state }: { state: SandboxState }) {
  const t = useMessages(formMessages)
  const kindNames = useMessages(kindWords)
  const [draft, setDraft] = useState(emptyDraft)
  const { set, busy } = useFaultActions()
  const described = faultOf(draft)
  const change = (part: Partial<FaultDraft>) => setDraft(before => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if ('fault' in described) set(described.fault)
  }
  return (
    <Panel title={t.title}>
      <form onSubmit={submit} className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        <SelectField
          label={t.kind}
          value={draft.kind}
          onPick={value => change({ kind: kinds.find(kind => kind === value) ?? draft.kind })}
          choices={kinds.map(kind => ({ value: kind, name: kindNames[kind] }))}
          className="col-span-2"
        />
        <OwnFields draft={draft} onChange={change} />
        <SelectField
          label={t.api}
          value={draft.api}
          onPick={api => change({ api })}
          choices={[{ value: '*', name: t.every }, ...state.apis.map(api => ({ value: api, name: api }))]}
          className="col-span-2 sm:col-span-1"
        />
        <SelectField
          label={t.cinema}
          value={draft.cinemaLinkId}
          onPick={cinemaLinkId => change({ cinemaLinkId })}
          choices={[
            { value: '', name: t.everyCinema },
            ...state.cinemas.map(({ cinemaLinkId, name }) => ({
              value: cinemaLinkId,
              name: `${cinemaLinkId} ${name}`,
            })),
          ]}
          className="col-span-2 sm:col-span-1"
        />
        <SelectField
          label={t.channel}
          value={draft.channelCode}
          onPick={channelCode => change({ channelCode })}
          choices={[
            { value: '', name: t.everyChannel },
            ...state.channels.map(({ channelCode }) => ({ value: channelCode, name: channelCode })),
          ]}
        />
        <TextField
          label={t.percent}
          inputMode="decimal"
          value={draft.percent}
          onChange={event => change({ percent: event.target.value })}
        />
        <SelectField
          label={t.length}
          value={draft.length}
          onPick={value => change({ length: lengths.find(one => one === value) ?? 'next' })}
          choices={lengths.map(length => ({ value: length, name: t[length] }))}
        />
        {draft.length === 'times' && (
          <TextField
            label={t.timesField}
            inputMode="numeric"
            value={draft.times}
            onChange={event => change({ times: event.target.value })}
          />
        )}
        {draft.length === 'for' && (
          <TextField
            label={t.forSeconds}
            inputMode="decimal"
            value={draft.forSeconds}
            onChange={event => change({ forSeconds: event.target.value })}
          />
        )}
        <label className="col-span-2 flex min-h-9 items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={draft.repeatedOnly}
            onChange={event => change({ repeatedOnly: event.target.checked })}
            className="size-5 accent-lamp"
          />
          {t.repeatedOnly}
        </label>
        <p role="status" className="flex-1 self-center text-sm text-coral">
          {'wrong' in described && t.wrong(described.wrong.join(', '))}
        </p>
        <ToolButton
          type="submit"
          kind="lamp"
          disabled={busy || !('fault' in described)}
          className="min-w-28 justify-self-end"
        >
          {t.set}
        </ToolButton>
      </form>
      {'fault' in described && (
        <div className="mt-4">
          <h3 className="mb-1.5 text-xs text-mist">{t.curl}</h3>
          <CodeBlock text={curlFor(described.fault, location.origin)} what="curl" />
        </div>
      )}
    </Panel>
  )
}
