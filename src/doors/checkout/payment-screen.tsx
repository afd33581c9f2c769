import { useNavigate } from 'react-router'
import type { Order } from '#contract/order.ts'
import { CancelOrderButton } from '#src/features/ordering/cancel-order-button.tsx'
import { PaymentPanel } from '#src/features/ordering/payment-panel.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { checkoutLinks } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'

/**
 * Paying: a phone cannot scan its own screen, so it opens the payment itself; a desktop shows the QR. Either
 * way this screen goes on by itself. Going back leaves the payment open.
 */
export function PaymentScreen({ order }: { order: Order }) {
  const t = useMessages(checkoutMessages)
  const links = checkoutLinks(order.show.cinemaId)
  const navigate = useNavigate()
  const open = order.status === 'paying'
  const address = open ? openableAddress(order.payment?.qr) : undefined
  return (
    <CheckoutScreen
      title={t.payTitle}
      back={open ? links.order(order.id, 'basket') : undefined}
      dock={
        address && (
          <div className="space-y-2.5 md:flex md:flex-row-reverse md:items-center md:gap-6 md:space-y-0">
            <a
              href={address}
              target="_blank"
              rel="noreferrer"
              className={`${buttonClass({ size: 'large' })} w-full md:w-auto md:shrink-0`}
            >
              {t.payNow}
            </a>
            <p className="text-center text-base text-mist text-pretty md:flex-1 md:text-left">
              {t.payNowHint}
            </p>
          </div>
        )
      }
    >
      <PaymentPanel order={order} className="my-auto" payHere={address !== undefined} />
      {open && (
        <div className="flex justify-center">
          <CancelOrderButton order={order} onReleased={() => void navigate(links.films())} />
        </div>
      )}
    </CheckoutScreen>
  )
}

/** What a browser can open; the codes of some providers make sense to their own app's camera only. */
function openableAddress(qr: string | undefined): string | undefined {
  return qr !== undefined && /^https?:\/\//.test(qr) ? qr : undefined
}
