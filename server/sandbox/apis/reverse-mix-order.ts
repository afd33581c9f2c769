import { reverseTicketsApi } from './reverse-tickets.ts'

/** 5.14 Undoes an order of tickets and goods. */
export const reverseMixOrder = reverseTicketsApi('ykse.partner.order.reverseMixOrder', 'mix')
