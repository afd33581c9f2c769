import type { ReactNode } from 'react'
import type { SandboxState } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { CallsTab } from './calls/calls-tab.tsx'
import { LatestCalls } from './calls/latest-calls.tsx'
import { CardsTab } from './cards/cards-tab.tsx'
import { FaultsTab } from './faults/faults-tab.tsx'
import { HallsTab } from './halls/halls-tab.tsx'
import { sandboxMessages } from './messages.ts'
import { NewsLine } from './news-line.tsx'
import { OrdersTab } from './orders/orders-tab.tsx'
import { CodeBlock } from './parts/code-block.tsx'
import { type Tab, usePlace } from './place.ts'
import { useSandboxState } from './queries.ts'
import { StartTab } from './start/start-tab.tsx'
import { TabLinks } from './tab-links.tsx'
import { TopBar } from './top/top-bar.tsx'

const views: Record<Tab, (props: { state: SandboxState }) => ReactNode> = {
  halls: HallsTab,
  orders: OrdersTab,
  cards: CardsTab,
  faults: FaultsTab,
  calls: CallsTab,
  start: StartTab,
}

/** The control page: the clock and the crowd on top, one view below, and the latest calls beside it where there is room. */
export function SandboxPage() {
  const t = useMessages(sandboxMessages)
  const { place } = usePlace()
  const { data: state, isError } = useSandboxState()
  const View = views[place.tab]
  const besideCalls = place.tab !== 'calls' && place.tab !== 'start'
  return (
    <div className="booth-light flex min-h-dvh flex-col">
      <title>{`${t[place.tab]} · ${t.pageTitle}`}</title>
      <a
        href="#content"
        className="absolute top-2 left-2 z-30 -translate-y-20 rounded-xl bg-lamp px-4 py-2 text-on-lamp focus:translate-y-0"
      >
        {t.skip}
      </a>
      <TopBar state={state} />
      <TabLinks standing={state?.faults.length ?? 0} />
      {state && isError && (
        <div className="fixed inset-x-0 top-2 z-20 mx-auto w-[min(94vw,46rem)] rounded-2xl bg-ink-900 shadow-deep">
          <Notice tone="warning">{t.silentStill}</Notice>
        </div>
      )}
      <div className="mx-auto flex w-full max-w-[140rem] flex-1 items-start gap-4 px-3 py-4 sm:px-5">
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <h1 className="sr-only">{t[place.tab]}</h1>
          {state ? <View state={state} /> : <NotYet silent={isError} />}
        </main>
        {state && besideCalls && <LatestCalls />}
      </div>
      <NewsLine />
    </div>
  )
}

function NotYet({ silent }: { silent: boolean }) {
  const t = useMessages(sandboxMessages)
  if (!silent) {
    return (
      <p role="status" className="p-10 text-center text-mist">
        {t.loading}
      </p>
    )
  }
  return (
    <EmptyState icon="alert" title={t.silentTitle}>
      <p>{t.silentHint}</p>
      <div className="mt-4 text-left text-paper">
        <CodeBlock text="npm run sandbox" what="npm run sandbox" />
      </div>
    </EmptyState>
  )
}
