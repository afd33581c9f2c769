import type { ReactNode } from 'react'
import type { SandboxState } from '#contract/sandbox-control.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { CodeBlock } from '../parts/code-block.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Panel } from '../parts/panel.tsx'
import { duration } from '../parts/times.ts'
import { firstCall, foyerHere, wholeSale } from './first-call.ts'
import { startMessages } from './messages.ts'

/** What somebody needs who points a client at this sandbox for the first time. */
export function StartTab({ state }: { state: SandboxState }) {
  const t = useMessages(startMessages)
  const language = useLanguage()
  const [account, ...others] = state.channels
  if (!account) return null
  const { origin } = location
  return (
    <div className="mx-auto grid max-w-6xl items-start gap-4 lg:grid-cols-2">
      <Panel title={t.account}>
        <p className="mb-3 text-sm text-mist">{t.accountHint}</p>
        <dl className="divide-y divide-ink-700">
          <Value name={t.address} value={`${origin}/route`} />
          <Value name={t.channel} value={account.channelCode} />
          <Value name={t.secret} value={account.secret} />
          <Value name={t.cardKey} value={account.cardKey} />
        </dl>
        {others.length > 0 && (
          <>
            <h3 className="mt-4 text-xs text-mist">{t.others}</h3>
            <dl className="divide-y divide-ink-700">
              {others.map(({ channelCode, name, secret }) => (
                <Value key={channelCode} name={`${channelCode} · ${name}`} value={secret} />
              ))}
            </dl>
          </>
        )}
        <p className="tabular mt-4 text-sm text-mist">
          {t.seed} {state.seed} · {t.lock} {duration(state.lockMs, language)}
        </p>
      </Panel>
      <Panel title={t.first}>
        <Hint>{t.firstHint}</Hint>
        <CodeBlock text={firstCall(origin, account)} what={t.first} />
      </Panel>
      <Panel title={t.sale}>
        <Hint>{t.saleHint}</Hint>
        <CodeBlock text={wholeSale(origin, account)} what={t.sale} />
      </Panel>
      <Panel title={t.foyer}>
        <Hint>{t.foyerHint}</Hint>
        <CodeBlock text={foyerHere(origin, account)} what={t.foyer} />
      </Panel>
      <Panel title={t.docs} className="lg:col-span-2">
        <ul className="space-y-1.5 text-sm">
          <Doc file="docs/sandbox.md">{t.docSandbox}</Doc>
          <Doc file="docs/sandbox-codes.md">{t.docCodes}</Doc>
          <Doc file="server/contract/sandbox-control.ts">{t.docControl}</Doc>
          <Doc file="server/contract/sandbox-faults.ts">{t.docFaults}</Doc>
        </ul>
      </Panel>
    </div>
  )
}

const Hint = ({ children }: { children: string }) => <p className="mb-3 text-sm text-mist">{children}</p>

function Value({ name, value }: { name: string; value: string }) {
  return (
    <div className="py-2">
      <dt className="text-xs text-mist">{name}</dt>
      <dd className="mono flex items-center gap-3 text-sm">
        <span className="min-w-0 flex-1 break-all">{value}</span>
        <CopyButton text={value} what={name} />
      </dd>
    </div>
  )
}

function Doc({ file, children }: { file: string; children: ReactNode }) {
  return (
    <li>
      <code className="mono text-xs text-lamp">{file}</code> <span className="text-mist">{children}</span>
    </li>
  )
}
