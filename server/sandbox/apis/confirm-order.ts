import { confirmTicketsApi } from './confirm-tickets.ts'

/** 5.3 Turns a lock into tickets. */
export const confirmOrder = confirmTicketsApi('ykse.partner.order.confirmOrder', 'ticket', 'in-all')
