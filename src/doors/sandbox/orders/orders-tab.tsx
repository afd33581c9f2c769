import { useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { Blank, Waiting } from '../parts/blank.tsx'
import { TextField } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import { usePlace } from '../place.ts'
import { useOrders } from '../queries.ts'
import { findOrders } from './find-orders.ts'
import { orderMessages } from './messages.ts'
import { OrderRow } from './order-row.tsx'

const shownAtFirst = 50

/** Every order of every channel, newest first. */
export function OrdersTab() {
  const t = useMessages(orderMessages)
  const { place, go } = usePlace()
  const { data: orders } = useOrders()
  const [shown, setShown] = useState(shownAtFirst)
  const found = orders && findOrders(orders, place.find)
  return (
    <Panel
      title={t.title}
      tools={
        orders && <p className="tabular text-sm text-mist">{t.found(found?.length ?? 0, orders.length)}</p>
      }
    >
      <TextField
        label={t.find}
        type="search"
        placeholder={t.findHint}
        value={place.find}
        onChange={event => go({ find: event.target.value })}
        className="mb-3 max-w-xl"
      />
      {!found && <Waiting />}
      {orders?.length === 0 && <Blank title={t.none}>{t.noneHint}</Blank>}
      {found?.length === 0 && orders && orders.length > 0 && <Blank title={t.noMatch}>{t.noMatchHint}</Blank>}
      <ul className="divide-y divide-ink-700">
        {found?.slice(0, shown).map(order => (
          <OrderRow
            key={order.orderId}
            order={order}
            open={order.orderId === place.order}
            onToggle={() => go({ order: order.orderId === place.order ? undefined : order.orderId })}
          />
        ))}
      </ul>
      {found && found.length > shown && (
        <ToolButton className="mt-3" onClick={() => setShown(shown + shownAtFirst)}>
          {t.more(Math.min(shownAtFirst, found.length - shown))}
        </ToolButton>
      )}
    </Panel>
  )
}
