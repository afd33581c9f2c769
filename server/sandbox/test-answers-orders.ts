import { z } from 'zod'
import { type ListedShow, priced, theShow, tomorrow } from './test-cloud.ts'
import type { Recorder } from './test-recorder.ts'
import { byBenefitCard, byMemberCard, createSelling, paidGoods, paidTickets } from './test-selling.ts'

const minute = 60_000
const cinemaLinkId = '681'
/** Where every card of the cinema is worth something. */
const ordinaryHalls = ['2', '3', '4']
const Order = z.object({ orderId: z.string(), confirmationId: z.string(), bookingId: z.string() })
type Order = z.infer<typeof Order>

/** Buys tickets in every variant (5.3 to 5.6), and asks what became of them, until they are given back (5.7 to 5.14). */
export async function askOrders(recorder: Recorder): Promise<void> {
  const { must } = recorder
  const selling = createSelling(recorder)
  const show = theShow(
    await recorder.cloud.shows(cinemaLinkId),
    one => ordinaryHalls.includes(one.hallId) && priced.bySettle(one),
  )

  await buyInEveryWay(recorder, show)
  const mix = await must('order.confirmMixOrder', await selling.mix(show), Order)
  const tickets = await must('order.confirmOrder', await selling.tickets(show, { count: 2 }), Order)
  await lookAt(recorder, mix)
  await printOnce(recorder, tickets)

  await bringIntoEveryState(recorder, 'Order', () => selling.tickets(show))
  await bringIntoEveryState(recorder, 'MixOrder', () => selling.mix(show))
}

async function buyInEveryWay(recorder: Recorder, show: ListedShow): Promise<void> {
  const { cloud, must, all } = recorder
  const selling = createSelling(recorder)
  const shows = (await Promise.all([cinemaLinkId, '112', '206'].map(id => cloud.shows(id)))).flat()
  const at = (id: string, fits: (show: ListedShow) => boolean) =>
    theShow(shows, one => one.cinemaLinkId === id && fits(one))

  const Prices = z.array(
    z.object({
      scheduleId: z.string(),
      benefitCardPrices: z.array(z.object({ benefitPolicyCode: z.string(), benefitPayPrice: z.string() })),
    }),
  )
  const listedAt = { cinemaLinkId, startDate: tomorrow, endDate: tomorrow, priceQueryType: 'benefit' }
  const listed = (await must('schedule.getSchedules', listedAt, Prices)).find(
    one => one.scheduleId === show.scheduleId,
  )
  const price = listed?.benefitCardPrices.find(one => one.benefitPolicyCode === '100016')?.benefitPayPrice

  await all('order.confirmOrder', [
    await selling.tickets(at(cinemaLinkId, priced.byAreas), { count: 2 }),
    await selling.tickets(at('112', priced.byChannel)),
    await selling.tickets(
      at('206', show => show.feeType === 'order'),
      { count: 2 },
    ),
    { ...(await selling.tickets(show)), ...byMemberCard('68116100001') },
    {
      ...(await selling.tickets(show, { claims: { isCardDiscount: true } })),
      ...byMemberCard('68116100003'),
    },
    {
      ...(await selling.tickets(show, { ...(price && { price }), claims: { isBenefit: true } })),
      ...byBenefitCard('160527947000000002'),
    },
  ])
  const couples = await showWithCouples(recorder, shows)
  await all('order.confirmOrder', [await selling.tickets(couples, { count: 2, types: 'LR' })])
  await all('order.confirmOrderForMultiPay', [paidTickets(await selling.tickets(show, { count: 2 }))])
  await all('order.confirmMixOrder', [
    { ...(await selling.mix(show)), ...byMemberCard('68116100001') },
    await selling.mix(at('112', priced.byChannel)),
  ])
  const mix = await selling.mix(show)
  await all('order.confirmMixOrderForMultiPay', [
    { ...paidTickets(mix), goodsList: paidGoods(mix.goodsList) },
  ])
}

/** A show in a hall that has couple seats. */
async function showWithCouples({ cloud }: Recorder, shows: readonly ListedShow[]): Promise<ListedShow> {
  for (const show of shows.filter(({ saleStatus }) => saleStatus === 'Y'))
    if ((await cloud.seats(show)).some(seat => seat.type === 'L')) return show
  throw new Error('no hall has couple seats')
}

async function lookAt({ must, all }: Recorder, { orderId, confirmationId }: Order): Promise<string> {
  await all('order.getOrderInfo', [{ cinemaLinkId, orderId }])
  const Pickup = z.object({ printId: z.string() })
  return (await must('order.getTicketInfo', { cinemaLinkId, confirmationId }, Pickup)).printId
}

async function printOnce(recorder: Recorder, order: Order): Promise<void> {
  const print = { cinemaLinkId, printId: await lookAt(recorder, order) }
  await recorder.ask('ticket.getOrderPrintStatus', print)
  await recorder.all('ticket.printTicket', [print])
  await recorder.ask('ticket.getOrderPrintStatus', print)
  await lookAt(recorder, order)
}

/** Brings orders into each of the states of 5.7.2. */
async function bringIntoEveryState(
  { cloud, must, all, ask, ground }: Recorder,
  kind: 'Order' | 'MixOrder',
  request: () => Promise<{ lockOrderId: string }>,
) {
  const stateOf = async ({ lockOrderId }: { lockOrderId: string }) =>
    must('order.getOrderInfo', { cinemaLinkId, lockOrderId }, Order)

  const failed = await request()
  await ground(`order.confirm${kind}`, 'failing')
  await ask(`order.confirm${kind}`, failed)
  await stateOf(failed)

  for (const by of ['slow', 'failing'] as const) {
    const given = await request()
    const { orderId } = await must(`order.confirm${kind}`, given, Order)
    await ground(`order.refund${kind}`, by)
    await ask(`order.refund${kind}`, { cinemaLinkId, orderId })
    await stateOf(given)
  }

  const given = await request()
  const { orderId, confirmationId } = await must(`order.confirm${kind}`, given, Order)
  await all(`order.refund${kind}`, [{ cinemaLinkId, orderId }])
  await stateOf(given)
  await all('order.getTicketInfo', [{ cinemaLinkId, confirmationId }])

  const late = await request()
  await ground(`order.confirm${kind}`, 'slow')
  await ask(`order.confirm${kind}`, late)
  const waiting = await stateOf(late)
  cloud.clock.time += 13 * minute
  await all(`order.reverse${kind}`, [{ cinemaLinkId, orderId: waiting.orderId }])
  await stateOf(late)
}
