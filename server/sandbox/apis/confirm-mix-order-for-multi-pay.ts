import { confirmTicketsApi } from './confirm-tickets.ts'

/** 5.6 Tickets and goods, every ticket and every line of goods with what it was paid with. */
export const confirmMixOrderForMultiPay = confirmTicketsApi(
  'ykse.partner.order.confirmMixOrderForMultiPay',
  'mix',
  'per-item',
)
