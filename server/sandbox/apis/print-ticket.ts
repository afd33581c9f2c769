import type { Api } from './api.ts'
import { isPrintable, printOrderOf } from './get-order-print-status.ts'

/** 5.9 Marks the tickets of a print number as printed, once; a second time is told so, with the object of 5.9.5. */
export const printTicket: Api = {
  name: 'ykse.partner.ticket.printTicket',
  handle(call) {
    const { order, data } = printOrderOf(call)
    if (!isPrintable(call, order)) return { bizCode: 'PRINT_TICKET_NOT_ALLOW', data }
    call.cloud.orders.print(order.orderId)
    return { data }
  },
}
