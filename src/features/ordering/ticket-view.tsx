import type { Order } from '#contract/order.ts'
import { clockTime } from '#contract/time.ts'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import { useAnnouncement } from '#src/ui/announcer.tsx'
import { CodeGroups, groupsOf } from '#src/ui/code-groups.tsx'
import { QrCode } from '#src/ui/qr-code.tsx'
import { Ticket } from '#src/ui/ticket.tsx'
import { GoodsAtCounter } from './goods-at-counter.tsx'
import { orderingMessages } from './messages.ts'
import { seatNamesOf } from './seat-names.ts'

/** The ticket of an order that has one: film, hall, time and seats, and on its stub QR, code and digits. */
export function TicketView({ order, className = '' }: { order: Order; className?: string }) {
  const t = useMessages(orderingMessages)
  const language = useLanguage()
  const { show, pickup } = order
  useAnnouncement(pickup && t.ticketSpoken(groupsOf(pickup.code).join(' '), pickup.pin))
  if (!pickup) return null
  const seats = seatNamesOf(order.quote.lines, language)
  return (
    <Ticket
      className={className}
      title={show.filmName}
      code={show.filmCode}
      subtitle={`${versionLabel(show, language)} · ${show.cinemaName}`}
      facts={[
        { label: t.hall, value: show.hallName, large: true },
        { label: t.time, value: clockTime(show.startsAt), large: true },
        { label: t.date, value: longDate(calendarDay(show.startsAt), language) },
      ]}
      seatsLabel={seats.label}
      seats={seats.seats}
      more={<GoodsAtCounter goods={order.quote.goods} code={pickup.goodsCode} />}
      stub={
        <div className="flex flex-wrap items-center gap-x-8 gap-y-5 @3xl:gap-x-12 @min-[54rem]:flex-col @min-[54rem]:items-start">
          <QrCode
            value={pickup.token}
            label={t.pickupQr}
            className="w-48 rounded-xl @3xl:w-72 @min-[54rem]:w-full"
          />
          <dl className="min-w-52 flex-1 space-y-4 @3xl:space-y-7 @min-[54rem]:space-y-3">
            <div>
              <dt className="text-base text-on-stub-quiet @3xl:text-lg">{t.pickupCode}</dt>
              <dd className="tabular text-4xl font-bold tracking-wide @3xl:text-5xl @min-[54rem]:text-3xl">
                <CodeGroups code={pickup.code} />
              </dd>
            </div>
            <div>
              <dt className="text-base text-on-stub-quiet @3xl:text-lg">{t.pin}</dt>
              <dd className="tabular text-4xl font-bold tracking-[0.2em] @3xl:text-5xl @min-[54rem]:text-3xl">
                {pickup.pin}
              </dd>
              {order.phoneMasked && (
                <dd className="mt-1 text-sm text-on-stub-quiet">{t.pinOfPhone(order.phoneMasked)}</dd>
              )}
            </div>
          </dl>
        </div>
      }
    />
  )
}
