import type { PickupTicket } from '#contract/pickup.ts'
import { clockTime } from '#contract/time.ts'
import { versionLabel } from '#src/features/catalog/labels.ts'
import { GoodsAtCounter } from '#src/features/ordering/goods-at-counter.tsx'
import { seatNamesOf } from '#src/features/ordering/seat-names.ts'
import { useLanguage } from '#src/i18n/language.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { calendarDay, longDate } from '#src/lib/dates.ts'
import { QrCode } from '#src/ui/qr-code.tsx'
import { Ticket } from '#src/ui/ticket.tsx'
import { codeInGroups } from './code-entry.ts'
import { pickupMessages } from './messages.ts'

/** The tickets as one piece of paper: what, where and when, the seats that still admit, and the QR. */
export function TicketCard({ ticket, className = '' }: { ticket: PickupTicket; className?: string }) {
  const t = useMessages(pickupMessages)
  const language = useLanguage()
  const { show, tickets } = ticket
  const valid = tickets.filter(({ refunded }) => !refunded)
  const voided = valid.length === 0
  const { label, seats } = seatNamesOf(voided ? tickets : valid, language)
  return (
    <div className={`relative ${className}`}>
      <Ticket
        title={show.filmName}
        code={show.filmCode}
        subtitle={`${versionLabel(show, language)} · ${show.cinemaName}`}
        facts={[
          { label: t.hall, value: show.hallName, large: true },
          { label: t.time(clockTime(show.endsAt)), value: clockTime(show.startsAt), large: true },
          { label: t.date, value: longDate(calendarDay(show.startsAt), language) },
        ]}
        seatsLabel={label}
        seats={seats}
        more={!voided && <GoodsAtCounter goods={ticket.goods} code={ticket.goodsCode} />}
        stub={
          <div className="flex flex-col items-center gap-x-8 gap-y-5 text-center md:flex-row md:text-left">
            {!voided && <QrCode value={ticket.token} label={t.qr} className="w-60 rounded-xl md:w-48" />}
            <div className="min-w-0 flex-1">
              <p className="text-base text-on-stub-quiet">{t.yourCode}</p>
              <p className="tabular text-2xl leading-snug font-bold md:text-3xl">
                {codeInGroups(ticket.code)}
              </p>
              {!voided && <p className="mt-3 text-base text-on-stub-quiet">{t.entryHint}</p>}
            </div>
          </div>
        }
      />
      {voided && <VoidStamp />}
    </div>
  )
}

/** Struck across tickets that no longer admit. The words stand beside the ticket for readers. */
function VoidStamp() {
  const t = useMessages(pickupMessages)
  return (
    <p
      aria-hidden="true"
      className="pointer-events-none absolute right-7 bottom-8 -rotate-12 rounded-xl border-4 border-[#a3261b] px-5 py-1 font-display text-4xl font-extrabold text-[#a3261b]"
    >
      {t.refunded}
    </p>
  )
}
