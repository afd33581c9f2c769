import type { ReactNode } from 'react'
import type { LoggedCall } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { CodeBlock } from '../parts/code-block.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { CallCode } from './call-marks.tsx'
import { prettyData } from './call-words.ts'
import { callMessages } from './messages.ts'

export function CallDetails({ call }: { call: LoggedCall }) {
  const t = useMessages(callMessages)
  return (
    <div className="space-y-3 px-2 pt-2 pb-4">
      <div className="flex items-start justify-between gap-4">
        <dl className="flex flex-wrap items-end gap-x-8 gap-y-2 text-sm">
          <Fact name={t.answer}>
            <CallCode call={call} />
            {call.message !== undefined && ` · ${call.message}`}
          </Fact>
          <Fact name={t.signature}>
            <span className={call.signature === 'wrong' ? 'text-coral' : ''}>{t[call.signature]}</span>
          </Fact>
          <Fact name={t.method}>{call.method}</Fact>
          {call.cinemaLinkId !== undefined && <Fact name={t.cinema}>{call.cinemaLinkId}</Fact>}
          {call.faults.length > 0 && <Fact name={t.befell}>{call.faults.join(', ')}</Fact>}
          <Fact name={t.number}>{call.id}</Fact>
        </dl>
        <CopyButton text={JSON.stringify(call, null, 2)} what={t.copyCall} />
      </div>
      {call.signedText !== undefined && (
        <div>
          <h3 className="mb-1 text-xs text-mist">{t.signedText}</h3>
          <CodeBlock text={call.signedText} what={t.signedText} />
        </div>
      )}
      <div>
        <h3 className="mb-1 text-xs text-mist">{t.parameters}</h3>
        <CodeBlock text={prettyData(call.data)} what={t.parameters} />
      </div>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-mist">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}
