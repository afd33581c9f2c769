import { type ReactNode, useEffect, useId, useState } from 'react'
import { priceLabel } from '#contract/money.ts'
import type { Order, OrderReason } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Spinner } from '#src/ui/spinner.tsx'
import { orderingMessages } from './messages.ts'

/** Longer than this and a guest wonders; then the screen says what goes on and how it ends. */
const slowAfterMs = 8_000

/** Paid, and the tickets are on their way: calm when quick, and plain about what will happen when slow. */
export function IssuingPanel({ order, children }: { order: Order; children?: ReactNode }) {
  const t = useMessages(orderingMessages)
  const slow = useElapsed(slowAfterMs) || order.reason === 'cinema-slow'
  return (
    <Panel
      mark={<Spinner className="size-12 text-lamp" />}
      title={t.issuingTitle}
      spoken={slow ? [t.issuingSlow, t.issuingPromise] : [t.issuingTitle]}
    >
      <p>{slow ? t.issuingSlow : t.issuingHint}</p>
      {slow && <p className="mt-3 text-paper">{t.issuingPromise}</p>}
      {children}
    </Panel>
  )
}

/** The money is on its way back, or back: how much, where to, and why there are no tickets. */
export function RefundPanel({ order, children }: { order: Order; children?: ReactNode }) {
  const { title, hint, done } = useRefundText(order)
  const why = useReasonText(order.reason)
  return (
    <Panel
      mark={<Icon name={done ? 'check' : 'refund'} className="size-12 text-leaf" />}
      title={title}
      spoken={[title, ...(why ? [why] : []), hint]}
    >
      {why && <p className="mb-3 text-paper">{why}</p>}
      <p>{hint}</p>
      {children}
    </Panel>
  )
}

function useRefundText(order: Order): { title: string; hint: string; done: boolean } {
  const t = useMessages(orderingMessages)
  const amount = priceLabel(order.payment?.amountFen ?? order.quote.totalFen)
  switch (order.status) {
    case 'refunded':
      return { title: t.refundedTitle, hint: t.refundedHint(amount), done: true }
    case 'returned':
      return { title: t.returnedTitle, hint: t.refundedHint(amount), done: true }
    case 'returning':
      return order.payment?.status === 'refunding'
        ? { title: t.returningMoneyTitle, hint: t.refundingHint(amount), done: false }
        : { title: t.returningTitle, hint: t.returningHint, done: false }
    default:
      return { title: t.refundingTitle, hint: t.refundingHint(amount), done: false }
  }
}

/** An order that ended without money: why, that nothing was charged, and the way on. */
export function OutcomePanel({ order, children }: { order: Order; children?: ReactNode }) {
  const { title, hint } = useOutcomeText(order)
  return (
    <Panel mark={<Icon name="clock" className="size-12 text-lamp" />} title={title} spoken={[title, hint]}>
      <p>{hint}</p>
      {children}
    </Panel>
  )
}

interface PanelProps {
  mark: ReactNode
  title: string
  /** What a reader says of it by itself, when it comes up and when it changes. */
  spoken: readonly string[]
  children: ReactNode
}

function Panel({ mark, title, spoken, children }: PanelProps) {
  const id = useId()
  useAnnouncement(spoken.join(' '))
  return (
    <section
      aria-labelledby={id}
      className="mx-auto flex max-w-2xl animate-rise flex-col items-center gap-6 text-center"
    >
      <span className="grid size-28 place-items-center rounded-full bg-ink-850 ring-1 ring-inset ring-ink-700">
        {mark}
      </span>
      <h2 id={id} className="font-display text-4xl leading-snug font-bold text-balance">
        {title}
      </h2>
      <div className="text-xl text-mist text-balance">{children}</div>
    </section>
  )
}

function useReasonText(reason: OrderReason | undefined): string | undefined {
  const t = useMessages(orderingMessages)
  switch (reason) {
    case 'seats-taken':
      return t.reasonSeatsTaken
    case 'hold-expired':
    case 'payment-late':
      return t.reasonLate
    case 'payment-mismatch':
      return t.reasonMismatch
    case 'cinema-refused':
      return t.reasonRefused
    case 'sales-ended':
      return t.reasonSalesEnded
    case 'cinema-slow':
    case 'cloud-unavailable':
      return t.reasonUnavailable
    case 'return-refused':
      return t.returnRefused
    case 'cancelled':
    case 'payment-declined':
    case undefined:
      return undefined
    default:
      return reason satisfies never
  }
}

function useOutcomeText(order: Order): { title: string; hint: string } {
  const t = useMessages(orderingMessages)
  switch (order.reason) {
    case 'cancelled':
      return { title: t.cancelledTitle, hint: t.cancelledHint }
    case 'seats-taken':
      return { title: t.takenTitle, hint: t.failedHint }
    case 'sales-ended':
      return { title: t.salesEndedTitle, hint: t.salesEndedHint }
    case 'cinema-slow':
    case 'cloud-unavailable':
      return { title: t.cloudTitle, hint: t.cloudHint }
    case 'cinema-refused':
    case 'payment-mismatch':
      return { title: t.failedTitle, hint: t.failedHint }
    case 'hold-expired':
    case 'payment-declined':
    case 'payment-late':
    case 'return-refused':
    case undefined:
      return order.status === 'failed'
        ? { title: t.failedTitle, hint: t.failedHint }
        : { title: t.expiredTitle, hint: t.expiredHint }
    default:
      return order.reason satisfies never
  }
}

/** True once the component has stood for `ms`. */
function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return elapsed
}
