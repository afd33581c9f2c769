import { refundTicketsApi } from './refund-tickets.ts'

/** 5.11 Gives an order of tickets alone back. */
export const refundOrder = refundTicketsApi('ykse.partner.order.refundOrder', 'ticket')
