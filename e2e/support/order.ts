import type { Page } from '@playwright/test'
import type { Order } from '#contract/order.ts'
import { type createGuest, ofSeats } from '../../server/test-support/guest.ts'

/** The order that this screen is busy with, by its address. */
export async function orderOn(page: Page, api: ReturnType<typeof createGuest>): Promise<Order> {
  const [, orderId = ''] = /\/orders\/([\w-]{22})/.exec(page.url()) ?? []
  return ofSeats(await api.get('getOrder', { params: { orderId } }))
}
