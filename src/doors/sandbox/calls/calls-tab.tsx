import { useState } from 'react'
import type { LoggedCall, SandboxState } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Blank, Waiting } from '../parts/blank.tsx'
import { SelectField, TextField } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import { usePlace } from '../place.ts'
import { useCalls } from '../queries.ts'
import { CallRow } from './call-row.tsx'
import { type CallFilter, filterCalls, type Only, onlys } from './call-words.ts'
import { callMessages } from './messages.ts'

const shownAtFirst = 100

/** Every call as the sandbox saw it, newest on top; held still while somebody reads. */
export function CallsTab({ state }: { state: SandboxState }) {
  const t = useMessages(callMessages)
  const { place, go } = usePlace()
  const { data } = useCalls()
  // Whoever opened a call reads it, and it must not be pushed out of sight by those that come.
  const [held, setHeld] = useState(place.call === undefined ? undefined : data)
  /** Pressed by hand: closing a call does not undo it. */
  const [paused, setPaused] = useState(false)
  const [filter, setFilter] = useState<CallFilter>({ api: '', code: '', channel: '', only: 'anything' })
  const [shown, setShown] = useState(shownAtFirst)
  const change = (part: Partial<CallFilter>) => setFilter(before => ({ ...before, ...part }))

  const calls = held ?? data
  const fitting = calls && filterCalls(calls, filter)
  const since = held ? (data ?? []).filter(({ id }) => id > (held.at(-1)?.id ?? 0)).length : 0
  const any = { value: '', name: t.anything }
  function pauseOrGoOn() {
    setPaused(!held)
    setHeld(held ? undefined : data)
  }
  function toggle(id: number) {
    const opening = id !== place.call
    go({ call: opening ? String(id) : undefined })
    if (opening || !paused) setHeld(opening ? (held ?? data) : undefined)
  }
  return (
    <Panel
      title={t.title}
      tools={
        <div className="flex items-center gap-3">
          <p className="tabular text-sm text-mist">
            {held ? t.paused(since) : calls && t.shown(fitting?.length ?? 0, calls.length)}
          </p>
          <ToolButton kind={held ? 'lamp' : 'quiet'} disabled={!data} onClick={pauseOrGoOn}>
            {held ? t.resume : t.pause}
          </ToolButton>
        </div>
      }
    >
      <div className="mb-3 grid grid-cols-2 gap-2 md:grid-cols-4">
        <SelectField
          label={t.api}
          value={filter.api}
          onPick={api => change({ api })}
          choices={[any, ...state.apis.map(api => ({ value: api, name: api }))]}
        />
        <TextField
          label={t.code}
          type="search"
          value={filter.code}
          onChange={event => change({ code: event.target.value })}
        />
        <SelectField
          label={t.channel}
          value={filter.channel}
          onPick={channel => change({ channel })}
          choices={[any, ...channelsIn(calls ?? []).map(channel => ({ value: channel, name: channel }))]}
        />
        <SelectField
          label={t.faults}
          value={filter.only}
          onPick={value => change({ only: onlys.find((one): one is Only => one === value) ?? 'anything' })}
          choices={onlys.map(only => ({ value: only, name: t[only] }))}
        />
      </div>
      {!fitting && <Waiting lines={8} />}
      {calls?.length === 0 && <Blank title={t.none}>{t.noneHint}</Blank>}
      {fitting?.length === 0 && calls && calls.length > 0 && <Blank title={t.noMatch} />}
      <ol className="divide-y divide-ink-700/70">
        {fitting?.slice(0, shown).map(call => (
          <CallRow key={call.id} call={call} open={call.id === place.call} onToggle={() => toggle(call.id)} />
        ))}
      </ol>
      {fitting && fitting.length > shown && (
        <ToolButton className="mt-3" onClick={() => setShown(shown + shownAtFirst)}>
          {t.more(Math.min(shownAtFirst, fitting.length - shown))}
        </ToolButton>
      )}
    </Panel>
  )
}

const channelsIn = (calls: readonly LoggedCall[]): string[] =>
  [...new Set(calls.map(({ channelCode }) => channelCode))].filter(code => code !== '').sort()
