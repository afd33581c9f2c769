import { priceLabel } from '#contract/money.ts'
import type { Order, Payment } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Price } from '#src/ui/price.tsx'
import { QrCode } from '#src/ui/qr-code.tsx'
import { Spinner } from '#src/ui/spinner.tsx'
import { HoldCountdown } from './hold-countdown.tsx'
import { orderingMessages } from './messages.ts'

interface PaymentPanelProps {
  order: Order
  /** The door offers to pay on this very device: on a phone the QR, which only another one can scan, steps back. */
  payHere?: boolean
  className?: string
}

/** The payment's QR, its amount and time, and in words what is happening to it right now. */
export function PaymentPanel({ order, payHere = false, className = '' }: PaymentPanelProps) {
  const t = useMessages(orderingMessages)
  const { payment } = order
  const scannable = order.status === 'paying' && payment?.qr !== undefined
  useAnnouncement(scannable ? t.paySpoken(priceLabel(order.quote.totalFen)) : undefined)
  return (
    <section aria-label={t.payTitle} className={`@container ${className}`}>
      <div className="grid justify-items-center gap-7 text-center @min-[54rem]:grid-cols-2 @min-[54rem]:items-center @min-[54rem]:gap-14">
        <div
          className={`w-full @2xl:max-w-[30rem] @min-[54rem]:max-w-[28rem] ${payHere ? 'order-last max-w-56 @2xl:order-none' : 'max-w-80'}`}
        >
          {scannable && payment.qr ? (
            <div className="rounded-[2rem] bg-white p-3 shadow-[0_0_5rem_-1rem_rgb(255_214_150/0.5)] @2xl:p-5">
              <QrCode value={payment.qr} label={t.payQr} className="block w-full" />
              {payHere && <p className="pb-1 text-base text-on-stub @2xl:text-lg">{t.payOtherPhone}</p>}
            </div>
          ) : (
            <div className="grid aspect-square w-full place-items-center rounded-[2rem] bg-ink-850 text-lamp ring-1 ring-inset ring-ink-700">
              <Spinner className="size-16" />
            </div>
          )}
        </div>
        <div className="flex max-w-xl flex-col items-center gap-6">
          <div>
            <p className="text-xl text-mist">{t.amount}</p>
            <Price
              label={priceLabel(order.quote.totalFen)}
              className="font-display text-6xl text-lamp @2xl:text-7xl"
            />
          </div>
          <p role="status" className="flex min-h-8 items-center justify-center gap-3 text-xl @2xl:text-2xl">
            <PaymentWords order={order} payment={payment} />
          </p>
          {scannable && !payHere && <p className="max-w-md text-lg text-mist text-balance">{t.payHint}</p>}
          {order.status === 'paying' && <HoldCountdown order={order} spoken />}
          {scannable && payment.provider === 'sandbox' && payment.qr && (
            <SandboxNote href={payHere ? undefined : payment.qr} />
          )}
        </div>
      </div>
    </section>
  )
}

function PaymentWords({ order, payment }: { order: Order; payment: Payment | undefined }) {
  const t = useMessages(orderingMessages)
  if (order.status === 'closing') return t.paymentClosing
  const status = payment?.status
  switch (status) {
    case undefined:
    case 'creating':
      return t.paymentCreating
    case 'open':
      return (
        <>
          <span className="size-3 shrink-0 animate-breathe rounded-full bg-lamp" aria-hidden="true" />
          {t.paymentWaiting}
        </>
      )
    case 'declined':
      return (
        <>
          <Icon name="alert" className="size-9 text-coral" />
          <span className="text-coral">{t.paymentDeclined}</span>
        </>
      )
    case 'paid':
      return (
        <>
          <Icon name="check" className="size-8 text-leaf" />
          {t.paymentPaid}
        </>
      )
    case 'closed':
    case 'refunding':
    case 'refunded':
      return t.paymentExpired
    default:
      return status satisfies never
  }
}

/** In the sandbox the "phone" is a page; whoever tries Foyer without a phone opens it here. */
function SandboxNote({ href }: { href: string | undefined }) {
  const t = useMessages(orderingMessages)
  return (
    <p className="rounded-2xl px-6 py-3 text-base text-mist ring-1 ring-inset ring-dashed ring-ink-700">
      {t.sandboxTitle}
      {href && (
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="ml-3 inline-flex min-h-12 items-center gap-2 font-semibold text-paper underline decoration-ink-600 underline-offset-4"
        >
          <Icon name="phone" />
          {t.sandboxLink}
        </a>
      )}
    </p>
  )
}
