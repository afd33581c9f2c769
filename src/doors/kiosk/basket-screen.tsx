import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { priceLabel } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { businessDay } from '#contract/time.ts'
import { problemOf } from '#src/api/query-client.ts'
import { BasketLines } from '#src/features/ordering/basket-lines.tsx'
import { HoldCountdown } from '#src/features/ordering/hold-countdown.tsx'
import { isPhoneUsable } from '#src/features/ordering/phone-field.tsx'
import { ProblemNotice } from '#src/features/ordering/problem-notice.tsx'
import { usePay, useServerNow } from '#src/features/ordering/queries.ts'
import { RefundRuleNotice } from '#src/features/ordering/refund-rule-notice.tsx'
import { usePhone } from '#src/features/ordering/sale-store.ts'
import { ShowSummary } from '#src/features/ordering/show-summary.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Button, buttonClass } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { Price } from '#src/ui/price.tsx'
import { CancelOrder } from './cancel-order.tsx'
import { useKioskLinks } from './kiosk-links.ts'
import { KioskPhone } from './kiosk-phone.tsx'
import { KioskScreen } from './kiosk-screen.tsx'
import { kioskMessages } from './messages.ts'

/** Step four: what it costs and on what terms; the seats are held while she reads. */
export function BasketScreen({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const navigate = useNavigate()
  const now = useServerNow(order.id)
  const pay = usePay()
  const phone = usePhone()
  // A cinema without a contact number of its own needs the guest's; the server says so.
  const phoneRequired = problemOf(pay.error).field === 'mobile'
  const [complain, setComplain] = useState(false)
  const { show } = order

  function agreeAndPay() {
    if (!isPhoneUsable(phone, phoneRequired)) return setComplain(true)
    pay.mutate(
      { order, mobile: phone || undefined },
      { onSuccess: () => void navigate(links.order(order.id), { replace: true }) },
    )
  }

  return (
    <KioskScreen
      title={t.basketTitle}
      step="pay"
      back={links.show(show.id, {
        date: businessDay(Date.parse(show.startsAt)),
        film: show.filmCode,
        order: order.id,
      })}
      extra={<HoldCountdown order={order} spoken />}
      aside={
        <Card className="p-7">
          <BasketLines quote={order.quote} />
        </Card>
      }
      dock={
        <div className="space-y-4">
          {pay.error && !phoneRequired && <ProblemNotice error={pay.error} />}
          <div className="flex flex-wrap gap-4 wide:flex-col-reverse">
            <CancelOrder order={order} />
            {order.status === 'paying' ? (
              <Link to={links.order(order.id)} className={`${buttonClass({ size: 'large' })} flex-1`}>
                {t.backToPay}
              </Link>
            ) : (
              <Button
                size="large"
                className="flex-1"
                busy={pay.isPending || order.status === 'locking'}
                onClick={agreeAndPay}
              >
                {t.agreeAndPay}
                <Price label={priceLabel(order.quote.totalFen)} className="text-2xl" />
              </Button>
            )}
          </div>
        </div>
      }
    >
      <div className="space-y-6">
        <Card className="p-7">
          <ShowSummary show={show} />
        </Card>
        <Card className="p-7">
          <RefundRuleNotice rule={order.refund} startsAt={show.startsAt} nowMs={now} />
        </Card>
        {order.status !== 'paying' && (
          <KioskPhone required={phoneRequired} complain={complain || phoneRequired} />
        )}
      </div>
    </KioskScreen>
  )
}
