import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { priceLabel } from '#contract/money.ts'
import type { SandboxOrder } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { usePlace } from '../place.ts'
import { orderMessages } from './messages.ts'
import { OrderLife } from './order-life.tsx'

export function OrderDetails({ order }: { order: SandboxOrder }) {
  const t = useMessages(orderMessages)
  const { linkTo } = usePlace()
  return (
    <div className="space-y-4 px-2 pt-1 pb-5 sm:pl-9">
      <OrderLife life={order.life} />
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Fact name={t.confirmationId}>{order.confirmationId}</Fact>
        <Fact name={t.lockOrderId}>{order.lockOrderId}</Fact>
        <Fact name={t.mobile}>{order.mobile ?? undefined}</Fact>
        <Fact name={t.channel}>{order.channelCode}</Fact>
        <Fact name={t.show}>
          {order.scheduleId !== undefined && (
            <Link
              to={linkTo({ tab: 'halls', cinema: order.cinemaLinkId, show: order.scheduleId })}
              className="text-lamp underline underline-offset-3"
            >
              {order.scheduleId}
            </Link>
          )}
        </Fact>
      </dl>
      {order.tickets.length > 0 && (
        <Lines heads={[t.ticketNo, t.seat, t.price, t.fee, t.print]}>
          {order.tickets.map(ticket => (
            <tr key={ticket.ticketNo} className="border-t border-ink-700">
              <td className="mono py-1.5 pr-6 text-xs">{ticket.ticketNo}</td>
              <td className="mono py-1.5 pr-6 text-xs">{ticket.seatId}</td>
              <td className="tabular py-1.5 pr-6">{priceLabel(ticket.ticketFen)}</td>
              <td className="tabular py-1.5 pr-6">{priceLabel(ticket.feeFen)}</td>
              <td className={ticket.printed ? 'text-leaf' : 'text-mist'}>
                {ticket.printed ? t.printed : t.notPrinted}
              </td>
            </tr>
          ))}
        </Lines>
      )}
      {order.goods.length > 0 && (
        <Lines heads={[t.name, t.count, t.price]}>
          {order.goods.map(line => (
            <tr key={line.name} className="border-t border-ink-700">
              <td className="py-1.5 pr-6">{line.name}</td>
              <td className="tabular py-1.5 pr-6">{line.count}</td>
              <td className="tabular py-1.5 pr-6">{priceLabel(line.saleFen)}</td>
            </tr>
          ))}
        </Lines>
      )}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === false) return null
  return (
    <div>
      <dt className="text-xs text-mist">{name}</dt>
      <dd className="mono text-xs leading-6">{children}</dd>
    </div>
  )
}

function Lines({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <div className="overflow-x-auto">
      <table className="text-left text-sm">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col" className="pr-6 pb-1 text-xs font-normal text-mist">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
