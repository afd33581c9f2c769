import { reverseTicketsApi } from './reverse-tickets.ts'

/** 5.13 Undoes an order of tickets alone. */
export const reverseOrder = reverseTicketsApi('ykse.partner.order.reverseOrder', 'ticket')
