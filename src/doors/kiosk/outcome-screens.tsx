import { Link } from 'react-router'
import type { Order } from '#contract/order.ts'
import { businessDay } from '#contract/time.ts'
import { IssuingPanel, OutcomePanel, RefundPanel } from '#src/features/ordering/money-panels.tsx'
import { ShowSummary } from '#src/features/ordering/show-summary.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { Button, buttonClass } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { useKioskLinks } from './kiosk-links.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { useLeave } from './leave.ts'
import { kioskMessages } from './messages.ts'

/** Paid; nothing to do but wait a moment, and nothing that could go wrong by leaving. */
export function IssuingScreen({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  return (
    <KioskScreen title={t.issuingTitle} step="ticket">
      <div className="my-auto flex flex-col gap-12 wide:gap-8">
        <IssuingPanel order={order} />
        <Card className="mx-auto w-full max-w-[40rem] p-7">
          <ShowSummary show={order.show} />
        </Card>
      </div>
    </KioskScreen>
  )
}

/** No tickets: the money goes back, and the guest sees how much and why. */
export function RefundScreen({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  const leave = useLeave()
  return (
    <KioskScreen
      title={t.refundTitle}
      step="ticket"
      dock={
        (order.status === 'refunded' || order.status === 'returned') && (
          <Button size="large" className="w-full" onClick={() => leave(order)}>
            {t.done}
          </Button>
        )
      }
    >
      <div className="my-auto">
        <RefundPanel order={order} />
      </div>
    </KioskScreen>
  )
}

/** Ended without money: why, and back to the seats with what was chosen still chosen. */
export function EndedScreen({ order }: { order: Order }) {
  const t = useMessages(kioskMessages)
  const links = useKioskLinks()
  const { show } = order
  const date = businessDay(Date.parse(show.startsAt))
  return (
    <KioskScreen title={t.endedTitle} step="seats" back={links.film(show.filmCode, date)}>
      <div className="my-auto">
        <OutcomePanel order={order}>
          <div className="mt-10 flex flex-wrap justify-center gap-4">
            <Link to={links.films(date)} className={buttonClass({ kind: 'quiet', size: 'large' })}>
              {t.allFilms}
            </Link>
            {order.reason !== 'sales-ended' && (
              <Link
                to={links.show(show.id, { date, film: show.filmCode })}
                className={buttonClass({ size: 'large' })}
              >
                {t.chooseAgain}
              </Link>
            )}
          </div>
        </OutcomePanel>
      </div>
    </KioskScreen>
  )
}
