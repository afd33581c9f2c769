import { expect, test } from 'vitest'
import { CinemaId, OrderId, ShowId } from '#contract/ids.ts'
import { checkoutLinks } from './checkout-links.ts'

const links = checkoutLinks(CinemaId.parse('681'))
const show = ShowId.parse('681~2026/11 a')
const order = OrderId.parse('Zk3_9-aQ4xLmT0cVb7yWpE')

test.each([
  [links.cinemas, '/checkout/cinemas?cinema=681'],
  [links.films(), '/checkout?cinema=681'],
  [links.films('2026-11-23'), '/checkout?cinema=681&date=2026-11-23'],
  [links.film('001/x', '2026-11-23'), '/checkout/films/001%2Fx?cinema=681&date=2026-11-23'],
  [links.show(show), '/checkout/shows/681~2026%2F11%20a'],
  [
    links.show(show, { date: '2026-11-23', order }),
    `/checkout/shows/681~2026%2F11%20a?date=2026-11-23&order=${order}`,
  ],
  [links.order(order), `/checkout/orders/${order}`],
  [links.order(order, 'basket'), `/checkout/orders/${order}?view=basket`],
  [checkoutLinks(undefined).films(), '/checkout'],
])('%s', (link, address) => {
  expect(link).toBe(address)
})
