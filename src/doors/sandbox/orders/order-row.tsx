import { memo, useId } from 'react'
import { priceLabel } from '#contract/money.ts'
import type { SandboxOrder } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { dayAndTime } from '../parts/times.ts'
import { totalFen } from './find-orders.ts'
import { orderMessages } from './messages.ts'
import { OrderDetails } from './order-details.tsx'

interface OrderRowProps {
  order: SandboxOrder
  open: boolean
  onToggle: () => void
}

/** One line of the list; opened, everything that the sandbox knows of the order. */
export const OrderRow = memo(
  function OrderRow({ order, open, onToggle }: OrderRowProps) {
    const t = useMessages(orderMessages)
    const id = useId()
    const pieces = order.goods.reduce((sum, { count }) => sum + count, 0)
    return (
      <li>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
          className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 rounded-xl px-2 py-2.5 text-left text-sm -outline-offset-2 hover:bg-ink-800"
        >
          <Icon
            name="forward"
            className={`size-4 text-mist transition-transform ${open ? 'rotate-90' : ''}`}
          />
          <span className="tabular text-mist">{dayAndTime(order.confirmedAt)}</span>
          <StatusMark status={order.status} />
          <span className="mono text-xs">{order.orderId}</span>
          <span className="text-mist">
            {order.cinemaLinkId} · {t[order.kind]}
          </span>
          <span className="ml-auto flex gap-4">
            <span className="text-mist">
              {[
                ...(order.tickets.length > 0 ? [t.tickets(order.tickets.length)] : []),
                ...(pieces > 0 ? [t.goodsLines(pieces)] : []),
              ].join(', ')}
            </span>
            <span className="tabular min-w-16 text-right font-semibold">{priceLabel(totalFen(order))}</span>
          </span>
        </button>
        <div id={id} hidden={!open}>
          {open && <OrderDetails order={order} />}
        </div>
      </li>
    )
  },
  (before, after) => before.order === after.order && before.open === after.open,
)

const good = /success/
const bad = /fail|cancel|refund|revers/

/** The protocol's own word for where the order stands. */
function StatusMark({ status }: { status: string }) {
  const tone = bad.test(status)
    ? 'text-coral ring-coral/50'
    : good.test(status)
      ? 'text-leaf ring-leaf/50'
      : 'text-lamp ring-lamp/50'
  return (
    <span className={`mono rounded-full px-2 text-xs leading-5 ring-1 ring-inset ${tone}`}>{status}</span>
  )
}
