import type { SeatId } from '#contract/ids.ts'
import { ruleSentence } from '#contract/seat-rule-words.ts'
import { clockTime } from '#contract/time.ts'
import { checkoutMessages } from '#src/doors/checkout/messages.ts'
import { kioskMessages } from '#src/doors/kiosk/messages.ts'
import { orderingMessages } from '#src/features/ordering/messages.ts'
import { detailMessages } from '#src/features/seating/detail/messages.ts'
import { layoutOf } from '#src/features/seating/layout/hall-layout.ts'
import { seatingMessages } from '#src/features/seating/messages.ts'
import { groupsOf } from '#src/ui/code-groups.tsx'
import { twoThatLeaveOne } from './support/gap.ts'
import { expect, type House, othersBuy, type ShowToSee, test } from './support/journey.ts'
import { type Listener, listenerAt } from './support/listener.ts'
import { orderOn } from './support/order.ts'

/** Each sale is made key by key, and asked after every key what is said. */
test.describe.configure({ timeout: 240_000 })

test('a blindfolded sale at the kiosk, from the film to the ticket', async ({ page, house }) => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  const t = kioskMessages.zh
  const seating = seatingMessages.zh
  const ordering = orderingMessages.zh
  const { toSee, chosen, shift, violation } = await twoThatLeaveOne(house)
  const sentence = ruleSentence(toSee.hall, violation, 'zh')
  const { show, filmName, hall } = toSee
  const guest = await listenerAt(page)

  await page.goto('/kiosk/films')
  await guest.arrives(t.filmsTitle)
  await guest.hears(/^\d+月\d+日 周.，\d+部影片$/)
  await guest.tabTo('button', /^明天/)
  await guest.press('Enter')
  await expect(guest.focused).toMatchAriaSnapshot('- button /^明天/ [pressed]')
  await guest.hears(/部影片$/)
  await guest.tabTo('link', new RegExp(filmName))
  await guest.press('Enter')
  await guest.arrives(t.showsTitle)
  await guest.hears(/个场次$/)
  await guest.tabTo('link', new RegExp(`${clockTime(show.startsAt)}.*${show.hallName}`))
  await guest.press('Enter')
  await guest.arrives(t.seatsTitle)
  await guest.hears(/^座位图：.*，共\d+座，余\d+座$/)

  await othersBuy(house, toSee, [await farFrom(house, toSee, chosen[0] ?? 0)])
  await guest.tabTo('gridcell', /排.*座/)
  await expect(page.getByRole('grid')).toHaveAccessibleName(`${seating.grid}. ${seating.gridHelp}`)
  await walkTo(guest, toSee, chosen[0] ?? 0)
  await guest.isAt('gridcell', nameOf(toSee, chosen[0] ?? 0, '可选'))
  await guest.press('Enter')
  await guest.isAt('gridcell', nameOf(toSee, chosen[0] ?? 0, '已选'))
  await guest.hears(/^已选1座：.*，共[\d.]+元/)
  await walkTo(guest, toSee, chosen[1] ?? 0)
  await guest.press('Space')
  await guest.hears(sentence)
  const repair = shift < 0 ? seating.moveLeft : seating.moveRight
  expect(await guest.timesHeard(new RegExp(`${sentence}。按钮：${repair}`))).toBe(1)
  await guest.tabTo('button', repair)
  await guest.press('Enter')
  await guest.hears(/^已改选.*按钮：撤销/)
  await guest.isAt('button', seating.undo)

  await expect.poll(() => guest.timesHeard(/^刚刚售出：.*；还余\d+座$/), { timeout: 30_000 }).toBe(1)
  await guest.tabTo('button', t.continue)
  await guest.press('Enter')
  await guest.arrives(t.basketTitle)
  await guest.hears(/^座位保留\d+分钟/)
  await guest.tabTo('button', t.phoneOpen)
  await guest.press('Enter')
  await guest.isAt('region', t.phoneOpen)
  await guest.tabTo('textbox', ordering.phoneOptional)
  await page.keyboard.type('13912345678')
  await guest.tabTo('button', t.phoneClose)
  await guest.press('Enter')
  await guest.isAt('button', t.phoneOpen)
  await guest.tabTo('button', new RegExp(`^${t.agreeAndPay}`))
  await guest.press('Enter')
  await guest.arrives(t.payTitle)
  await guest.hears(/^应付 ¥[\d.]+，等待付款/)
  expect(await guest.timesHeard(/^座位保留/)).toBe(1)

  await house.api.onThePhone(await orderOn(page, house.api), 'pay')
  await guest.arrives(t.ticketTitle)
  const ticket = await orderOn(page, house.api)
  const code = groupsOf(ticket.pickup?.code ?? '').join(' ')
  await guest.hears(ordering.ticketSpoken(code, ticket.pickup?.pin ?? ''))
  await expect(page.getByRole('article', { name: filmName })).toMatchAriaSnapshot(`
    - article "${filmName}":
      - heading "${filmName}" [level=2]
      - list:
        - listitem: /排.*座/
        - listitem: /排.*座/
      - img "${ordering.pickupQr}"
      - term: ${ordering.pickupCode}
      - definition: ${code}
  `)
  const countdown = page.getByText(/秒后收起票面/)
  await expect(countdown).toBeVisible({ timeout: 25_000 })
  const secondsLeft = async () => Number.parseInt((await countdown.textContent()) ?? '', 10)
  const atFirst = await secondsLeft()
  await expect.poll(secondsLeft).toBeLessThan(atFirst)
  expect(await guest.timesHeard(/收起/)).toBe(1)
  await guest.tabTo('button', t.done)
  await guest.neverPointed()
  expect(hall.seats.id).toEqual(expect.arrayContaining(ticket.quote.lines.map(({ seatId }) => seatId)))
})

test('a blindfolded sale in the checkout, in English', async ({ page, house }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const t = checkoutMessages.en
  const seating = seatingMessages.en
  const ordering = orderingMessages.en
  const toSee = await house.nextShow(['1号厅'])
  const { show, filmName, hall } = toSee
  const guest = await listenerAt(page)

  await page.goto(`/checkout?cinema=${hall.cinemaId}&lang=en`)
  await guest.arrives(t.nowShowing)
  await guest.hears(/: \d+ films?$/)
  await guest.tabTo('button', /^Tomorrow/)
  await guest.press('Enter')
  await guest.hears(/: \d+ films?$/)
  await guest.tabTo('link', new RegExp(filmName))
  await guest.press('Enter')
  await guest.arrives(t.showsTitle)
  await guest.hears(/: \d+ shows?$/)
  await guest.tabTo('link', new RegExp(`${clockTime(show.startsAt)}.*${show.hallName}`))
  await guest.press('Enter')
  await guest.arrives(filmName)
  await guest.hears(/^Seat map of .*: \d+ seats, \d+ left$/)

  await guest.tabTo('button', /^wheelchair \d+ left$/i)
  await guest.press('Enter')
  await expect(guest.focused).toMatchAriaSnapshot('- button /[Ww]heelchair/ [pressed]')
  await guest.tabTo('gridcell', /^Row/, 'Shift+Tab')
  await guest.isAt('gridcell', /^Row 1 seat .*, filtered out, free$/)
  await expect(page.getByRole('region', { name: detailMessages.en.seatCard })).toMatchAriaSnapshot(`
    - region "${detailMessages.en.seatCard}":
      - img /^The screen from row 1 seat/
      - paragraph: /^Row 1 seat \\d+ Standard$/
      - paragraph: /¥[\\d.]+ with ¥[\\d.]+ fee/
      - paragraph: /^Front row · .* · screen \\d+° wide$/
  `)
  await guest.tabTo('button', seating.bestFor(hall.maxSeats))
  await guest.press('Enter')
  await guest.hears(/together.*Button: /)
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(hall.maxSeats)
  await guest.tabTo('gridcell', /^Row/, 'Shift+Tab')
  await guest.isAt('gridcell', /^Row .* seat .*, chosen$/)
  await guest.press('ArrowUp')
  await expect(async () => {
    await guest.press('ArrowRight')
    await expect(guest.focused).toHaveAccessibleName(/, free$/, { timeout: 1 })
  }).toPass()
  await guest.press('Enter')
  await guest.hears(`An order may have ${hall.maxSeats} seats at most`)

  const last = page
    .getByRole('region', { name: ordering.seatsChosen })
    .getByRole('button', { name: /Take out/ })
  for (let left = hall.maxSeats; left > 2; left--) {
    await guest.tabTo('button', /^Take out/)
    await guest.press('Enter')
    await expect(last).toHaveCount(left - 1)
    await guest.isAt('region', ordering.seatsChosen)
  }
  await guest.tabTo('button', t.toBasket)
  await guest.press('Enter')
  await guest.arrives(t.basketTitle)
  await guest.hears(/^Seats held for \d+ minutes/)

  await guest.tabTo('button', new RegExp(`^${t.toPay}`))
  await guest.press('Enter')
  await guest.hears(ordering.phoneInvalid)
  await guest.isAt('textbox', ordering.phone)
  await expect(guest.focused).toHaveAccessibleDescription(new RegExp(ordering.phoneInvalid))
  await page.keyboard.type('13912345678')
  await guest.tabTo('checkbox', t.agree)
  await guest.press('Space')
  await guest.tabTo('button', new RegExp(`^${t.toPay}`))
  await guest.press('Enter')
  await guest.arrives(t.payTitle)
  await guest.hears(/to pay, waiting for your payment/)
  await guest.tabTo('link', t.payNow)

  await house.api.onThePhone(await orderOn(page, house.api), 'pay')
  await guest.arrives(t.ticketTitle)
  const { pickup } = await orderOn(page, house.api)
  await guest.hears(ordering.ticketSpoken(groupsOf(pickup?.code ?? '').join(' '), pickup?.pin ?? ''))
  await guest.tabTo('link', t.openPickup)
  await guest.neverPointed()
})

/** By the arrow keys, along the rows of the real hall. */
async function walkTo(guest: Listener, { hall }: ShowToSee, seat: number): Promise<void> {
  const layout = layoutOf(hall)
  const row = layout.row[seat] ?? 0
  await guest.press('Control+Home')
  await guest.press('ArrowDown', row)
  await guest.press('Home')
  await guest.press('ArrowRight', layout.rows[row]?.seats.indexOf(seat))
}

/** A free seat of another row. */
async function farFrom({ api }: House, { hall }: ShowToSee, seat: number): Promise<SeatId> {
  const free = await api.freeSeats(hall, hall.seats.id.length)
  const far = free.findLast(id => hall.seats.row[hall.seats.id.indexOf(id)] !== hall.seats.row[seat])
  if (far === undefined) throw new Error('only one row has free seats')
  return far
}

/** What a reader says of a seat at the least: its row and number, and whether it can be had. */
function nameOf({ hall: { seats } }: ShowToSee, seat: number, state: string): RegExp {
  return new RegExp(`^${seats.row[seat]}排${seats.column[seat]}座，.*元.*，${state}$`)
}
