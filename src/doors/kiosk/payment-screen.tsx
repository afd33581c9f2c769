import type { Order } from '#contract/order.ts'
import { BasketLines } from '#src/features/ordering/basket-lines.tsx'
import { PaymentPanel } from '#src/features/ordering/payment-panel.tsx'
import { ShowSummary } from '#src/features/ordering/show-summary.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Card } from '#src/ui/card.tsx'
import { CancelOrder } from './cancel-order.tsx'
import { useKioskLinks } from './kiosk-links.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { kioskMessages } from './messages.ts'

/** Step five: a QR for the phone. The screen moves on by itself; going back leaves the payment open. */
export function PaymentScreen({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const open = order.status === 'paying'
  return (
    <KioskScreen
      title={t.payTitle}
      step="pay"
      back={open ? links.order(order.id, 'basket') : undefined}
      aside={
        <Card className="hidden p-7 wide:block">
          <ShowSummary show={order.show} className="mb-6" />
          <BasketLines quote={order.quote} />
        </Card>
      }
      dock={open && <CancelOrder order={order} />}
    >
      <PaymentPanel order={order} className="my-auto" />
    </KioskScreen>
  )
}
