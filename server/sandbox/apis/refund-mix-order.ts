import { refundTicketsApi } from './refund-tickets.ts'

/** 5.12 Gives an order of tickets and goods back. */
export const refundMixOrder = refundTicketsApi('ykse.partner.order.refundMixOrder', 'mix')
