import { confirmTicketsApi } from './confirm-tickets.ts'

/** 5.5 Turns a lock into tickets and orders goods with them; an order without goods is not for it. */
export const confirmMixOrder = confirmTicketsApi('ykse.partner.order.confirmMixOrder', 'mix', 'in-all')
