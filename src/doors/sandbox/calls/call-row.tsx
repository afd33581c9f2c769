import { memo, useId } from 'react'
import type { LoggedCall } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { shortApi } from '../faults/fault-words.ts'
import { exactTime } from '../parts/times.ts'
import { CallDetails } from './call-details.tsx'
import { CallCode, FaultChips } from './call-marks.tsx'
import { callMessages } from './messages.ts'

interface CallRowProps {
  call: LoggedCall
  open: boolean
  onToggle: () => void
}

/** A call in one line; opened, everything that is known of it. */
export const CallRow = memo(
  function CallRow({ call, open, onToggle }: CallRowProps) {
    const t = useMessages(callMessages)
    const id = useId()
    return (
      <li>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
          className="flex w-full flex-wrap items-center gap-x-4 gap-y-0.5 rounded-lg px-2 py-1.5 text-left text-sm -outline-offset-2 hover:bg-ink-800 aria-expanded:bg-ink-800"
        >
          <span className="tabular text-xs text-mist">{exactTime(call.at)}</span>
          <span className="mono min-w-56 text-xs font-semibold">{shortApi(call.api) || '–'}</span>
          <CallCode call={call} />
          {call.signature === 'wrong' && (
            <span className="rounded-full px-2 text-xs leading-5 text-coral ring-1 ring-coral/50 ring-inset">
              {t.signature}: {t.wrong}
            </span>
          )}
          <FaultChips faults={call.faults} />
          {call.repeated && <span className="text-xs text-sky">{t.repeated}</span>}
          <span className="tabular ml-auto flex gap-4 text-xs text-mist">
            <span>{call.channelCode}</span>
            <span className="min-w-14 text-right">{Math.round(call.ms * 10) / 10} ms</span>
            <span className="min-w-16 text-right">{call.bytes.toLocaleString('en')} B</span>
          </span>
        </button>
        <div id={id} hidden={!open}>
          {open && <CallDetails call={call} />}
        </div>
      </li>
    )
  },
  (before, after) => before.call === after.call && before.open === after.open,
)
