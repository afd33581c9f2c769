import { priceLabel } from '#contract/money.ts'
import type { Quote, QuoteGoods, QuoteLine } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Price } from '#src/ui/price.tsx'
import { orderingMessages } from './messages.ts'

/** The server's quote as a ledger: every ticket, the fee apart from its price, and what it all comes to. */
export function BasketLines({ quote, className = '' }: { quote: Quote; className?: string }) {
  const t = useMessages(orderingMessages)
  return (
    <div className={className}>
      <ul aria-label={t.basket} className="divide-y divide-ink-700/70">
        {quote.lines.map(line => (
          <SeatLine key={line.seatId} line={line} />
        ))}
        {quote.goods.map(goods => (
          <GoodsLine key={goods.goodsId} goods={goods} />
        ))}
      </ul>
      <dl className="mt-4 space-y-2 border-t border-dashed border-ink-600 pt-4 text-lg">
        <Sum label={t.tickets(quote.lines.length)} fen={quote.ticketsFen} />
        {quote.goods.length > 0 && <Sum label={t.goods} fen={quote.goodsFen} />}
        <Sum label={quote.feeKind === 'ticket' ? t.feePerTicket : t.feePerOrder} fen={quote.feesFen} />
        <div className="flex items-baseline justify-between gap-4 pt-2">
          <dt className="text-xl font-semibold">{t.total}</dt>
          <dd className="text-4xl text-lamp">
            <Price label={priceLabel(quote.totalFen)} />
          </dd>
        </div>
      </dl>
    </div>
  )
}

function SeatLine({ line }: { line: QuoteLine }) {
  const t = useMessages(orderingMessages)
  const place = [line.sectionName, line.areaName].filter(Boolean).join(' · ')
  return (
    <li className="flex items-baseline justify-between gap-4 py-3">
      <span className="min-w-0">
        <span className="text-xl font-semibold">{t.seat(line.row, line.column)}</span>
        {place && <span className="ml-3 text-base text-mist">{place}</span>}
      </span>
      <span className="text-right">
        <Price label={priceLabel(line.ticketFen)} className="text-xl" />
        {line.deal && (
          <span className="block text-base text-mist">
            {line.deal === 'member' ? t.memberPrice : t.benefitPrice}
            {line.fullFen !== undefined && ` · ${t.fullPrice(priceLabel(line.fullFen))}`}
          </span>
        )}
      </span>
    </li>
  )
}

function GoodsLine({ goods }: { goods: QuoteGoods }) {
  const t = useMessages(orderingMessages)
  return (
    <li className="flex items-baseline justify-between gap-4 py-3">
      <span className="min-w-0 text-xl font-semibold">{t.goodsOf(goods.name, goods.count)}</span>
      <Price label={priceLabel(goods.unitFen * goods.count)} className="text-xl" />
    </li>
  )
}

function Sum({ label, fen }: { label: string; fen: number }) {
  return (
    <div className="flex items-baseline justify-between gap-4 text-mist">
      <dt>{label}</dt>
      <dd className="text-paper">
        <Price label={priceLabel(fen)} />
      </dd>
    </div>
  )
}
