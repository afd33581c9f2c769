import { describe, expect, test } from 'vitest'
import { OrderId, ShowId } from '#contract/ids.ts'
import { kioskLinks } from './kiosk-links.ts'

const show = ShowId.parse('681~1001')
const order = OrderId.parse('abcdefghijklmnopqrstuv')

describe('addresses of the kiosk', () => {
  const links = kioskLinks(undefined)
  test.each([
    [links.attract, '/kiosk'],
    [links.films('2026-11-23'), '/kiosk/films?date=2026-11-23'],
    [links.film('001/2'), '/kiosk/films/001%2F2'],
    [links.show(show, { date: '2026-11-23', film: '001' }), '/kiosk/shows/681~1001?date=2026-11-23&film=001'],
    [links.show(show, { order }), `/kiosk/shows/681~1001?order=${order}`],
    [links.order(order), `/kiosk/orders/${order}`],
    [links.order(order, 'basket'), `/kiosk/orders/${order}?view=basket`],
  ])('%s', (link, expected) => {
    expect(link).toBe(expected)
  })

  test('a cinema in the kiosk’s own address stays in every other', () => {
    const named = kioskLinks('888')
    expect(named.attract).toBe('/kiosk?cinema=888')
    expect(named.films('2026-11-23')).toBe('/kiosk/films?date=2026-11-23&cinema=888')
    expect(named.order(order)).toBe(`/kiosk/orders/${order}?cinema=888`)
  })
})
