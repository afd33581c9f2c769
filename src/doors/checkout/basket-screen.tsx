import { type FormEvent, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useNavigate } from 'react-router'
import { priceLabel } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { businessDay } from '#contract/time.ts'
import { BasketLines } from '#src/features/ordering/basket-lines.tsx'
import { CancelOrderButton } from '#src/features/ordering/cancel-order-button.tsx'
import { HoldCountdown } from '#src/features/ordering/hold-countdown.tsx'
import { isPhoneUsable, PhoneField } from '#src/features/ordering/phone-field.tsx'
import { ProblemNotice } from '#src/features/ordering/problem-notice.tsx'
import { usePay, useServerNow } from '#src/features/ordering/queries.ts'
import { RefundRuleNotice } from '#src/features/ordering/refund-rule-notice.tsx'
import { usePhone } from '#src/features/ordering/sale-store.ts'
import { ShowSummary } from '#src/features/ordering/show-summary.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Button, buttonClass } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { Price } from '#src/ui/price.tsx'
import { Agreement } from './agreement.tsx'
import { checkoutLinks } from './checkout-links.ts'
import { CheckoutScreen } from './checkout-screen.tsx'
import { checkoutMessages } from './messages.ts'

/** What it costs and on what terms; the seats are held while she reads and types. */
export function BasketScreen({ order }: { order: Order }) {
  const t = useMessages(checkoutMessages)
  const links = checkoutLinks(order.show.cinemaId)
  const navigate = useNavigate()
  const now = useServerNow(order.id)
  const pay = usePay()
  const phone = usePhone()
  const [agreed, setAgreed] = useState(false)
  const [complain, setComplain] = useState(false)
  const { show } = order
  const open = order.status === 'paying'

  const formId = useId()

  function toPay(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isPhoneUsable(phone, true) || !agreed) {
      flushSync(() => setComplain(true))
      // What is missing may stand out of sight; the first of it takes the focus.
      event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    pay.mutate(
      { order, mobile: phone },
      { onSuccess: () => void navigate(links.order(order.id), { replace: true }) },
    )
  }

  return (
    <CheckoutScreen
      title={t.basketTitle}
      back={links.show(show.id, { date: businessDay(Date.parse(show.startsAt)), order: order.id })}
      dock={
        <div className="space-y-3">
          {pay.error && <ProblemNotice error={pay.error} />}
          <div className="flex items-center justify-between gap-4">
            <HoldCountdown order={order} spoken />
            {open ? (
              <Link
                to={links.order(order.id)}
                className={`${buttonClass({ size: 'large' })} min-w-44 shrink-0 px-6`}
              >
                {t.backToPay}
              </Link>
            ) : (
              <Button
                size="large"
                type="submit"
                form={formId}
                className="min-w-44 shrink-0 px-6"
                busy={pay.isPending || order.status === 'locking'}
              >
                {t.toPay}
                <Price label={priceLabel(order.quote.totalFen)} className="text-2xl" />
              </Button>
            )}
          </div>
        </div>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={toPay}
        className="grid gap-4 md:grid-cols-2 md:items-start md:gap-6"
      >
        <div className="space-y-4 md:space-y-6">
          <Card className="p-5">
            <ShowSummary show={show} />
          </Card>
          <Card className="p-5">
            <BasketLines quote={order.quote} />
          </Card>
        </div>
        <div className="space-y-4 md:space-y-6">
          {!open && (
            <Card className="p-5">
              <PhoneField required complain={complain} />
            </Card>
          )}
          <Card className="p-5">
            <RefundRuleNotice rule={order.refund} startsAt={show.startsAt} nowMs={now} />
            {!open && <Agreement agreed={agreed} onAgree={setAgreed} complain={complain && !agreed} />}
          </Card>
          <div className="flex justify-center">
            <CancelOrderButton order={order} onReleased={() => void navigate(links.films())} />
          </div>
        </div>
      </form>
    </CheckoutScreen>
  )
}
