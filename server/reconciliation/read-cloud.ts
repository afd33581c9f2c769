import type { OrderRecord } from '../journal/record.ts'
import type { CloudOrder, MovieCloud } from '../moviecloud/gateway-types.ts'
import { isAskable, lockIdOf } from '../ordering/core/states.ts'
import { askOrder } from '../ordering/perform.ts'
import type { CloudView } from './ledgers.ts'

/**
 * What the cloud says of an order's tickets now. An order that was never confirmed has none and is not asked about.
 *
 * @returns undefined when there is nothing to ask; `unreadable` when the cloud gave no clear answer
 */
export async function readCloud(
  cloud: Pick<MovieCloud, 'order' | 'goodsOrder'>,
  order: OrderRecord,
): Promise<CloudView | undefined | { unreadable: string }> {
  if (order.confirm.kind !== 'sent' || !isAskable(order)) return undefined
  const outcome = await askOrder(cloud, order, lockIdOf(order))
  switch (outcome.kind) {
    case 'done':
      return viewOf(outcome.value)
    case 'refused':
      return outcome.code === 'ORDER_NOT_FOUND' ? { is: 'none' } : { unreadable: outcome.code }
    case 'not-sent':
    case 'unknown':
      return { unreadable: outcome.reason }
  }
}

/** T3: tickets are good by the status alone. What is being returned, or was refused to be, is still good. */
function viewOf({ status, tickets }: CloudOrder): CloudView | { unreadable: string } {
  switch (status) {
    case 'ticket_success':
    case 'refunding':
    case 'refund_failed':
      return {
        is: 'tickets',
        seats: tickets.map(({ sectionId = '', row, column }) => `${sectionId} ${row} ${column}`),
        ticketsFen: tickets.reduce((total, { ticketFen, feeFen }) => total + ticketFen + feeFen, 0),
      }
    case 'wait_ticket':
    case 'ticket_failed':
    case 'refund_success':
    case 'reverse_success':
      return { is: 'none' }
    case 'other':
      return { unreadable: 'a status that the specification does not name' }
  }
}
