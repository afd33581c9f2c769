import { confirmTicketsApi } from './confirm-tickets.ts'

/** 5.4 Turns a lock into tickets, each with what it was paid with. */
export const confirmOrderForMultiPay = confirmTicketsApi(
  'ykse.partner.order.confirmOrderForMultiPay',
  'ticket',
  'per-item',
)
