import { guestAtPickup } from '../support/at-pickup.ts'
import { confirmPayment, guestAt } from '../support/guest.ts'
import { expect, test } from '../support/journey.ts'
import { orderOn } from '../support/order.ts'

test('snacks that a partner put into the order stand in its bill, on the ticket and at pickup', async ({
  page,
  house,
  toSee,
}) => {
  const guest = guestAt('checkout', page)
  const { goods: menu } = await house.api.get('listGoods', { params: { cinemaId: toSee.hall.cinemaId } })
  const [wanted] = menu
  if (wanted === undefined) throw new Error('the counter sells nothing')
  await guest.openSeats(toSee)
  await guest.bestSeats(2)
  await guest.continueToBasket()

  await test.step('the bill lists them and adds up', async () => {
    await expect(page.getByRole('list', { name: guest.ordering.basket })).toBeVisible()
    const { id } = await orderOn(page, house.api)
    const basket = { goods: [{ goodsId: wanted.id, count: 2 }] }
    await house.api.get('changeBasket', { params: { orderId: id }, body: basket })
    await expect(page.getByRole('list', { name: guest.ordering.basket })).toContainText(
      guest.ordering.goodsOf(wanted.name, 2),
    )
  })

  await guest.fillInAndPay('13912345678')
  const wallet = await guest.openWallet()
  await confirmPayment(wallet)
  await wallet.close()
  const { code, pin } = await guest.readTicket()
  const atCounter = page.getByRole('region', { name: guest.ordering.atCounter })
  const { pickup } = await orderOn(page, house.api)
  await expect(atCounter).toContainText(guest.ordering.goodsOf(wanted.name, 2))
  await expect(atCounter).toContainText((pickup?.goodsCode ?? 'no code').slice(-4))

  const door = guestAtPickup(page)
  await door.open()
  await door.typeCode(code, pin)
  await expect(atCounter).toContainText(guest.ordering.goodsOf(wanted.name, 2))
})
