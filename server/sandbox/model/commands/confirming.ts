import type { Lock } from '../books.ts'
import type { House, Show } from '../world.ts'
import { aPayer, goodsLines, ticketLines } from './baskets.ts'
import { aCinema, aLock, channelOf, type Desk, isOpen, keyOf, type ModelChannel, type Wish } from './desk.ts'
import { lockSeats } from './locking.ts'
import { paidLines, paymentList } from './payments.ts'

interface Sale {
  desk: Desk
  lock: Lock
  show: Show
  house: House
  channel: ModelChannel
}

const confirm =
  (api: string, dataOf: (sale: Sale) => object) =>
  (desk: Desk): Wish | undefined => {
    const { books, dice } = desk
    const sellsGoods = (cinemaLinkId: string) => books.houses.get(cinemaLinkId)?.menu !== undefined
    const lock = aLock(desk, one => !api.includes('Mix') || sellsGoods(one.cinemaLinkId) || dice.percent(2))
    // Nothing to confirm: mostly somebody locks seats first.
    if (!(lock && isOpen(desk, lock)) && dice.percent(75)) return lockSeats(desk)
    const show = lock && books.shows.get(lock.scheduleId)
    const house = lock && books.houses.get(lock.cinemaLinkId)
    if (!lock || !show || !house) return undefined
    const channel = channelOf(desk, lock.channel)
    return {
      api,
      channel,
      data: {
        ...keyOf((dice.percent(3) ? neighbour(desk, show) : undefined) ?? show),
        lockOrderId: lock.lockOrderId,
        mobile: '13800138000',
        ...dataOf({ desk, lock, show, house, channel }),
      },
      slowMs: dice.percent(20) ? slowness(desk) : 0,
    }
  }

/** Another show of the same cinema. */
const neighbour = ({ books, dice }: Desk, { cinemaLinkId }: Show): Show | undefined =>
  dice.pick([...books.shows.values()].filter(show => show.cinemaLinkId === cinemaLinkId))

/** Minutes that a cinema takes: some less than the twelve after which an order may be reversed, some more. */
export const slowness = ({ dice }: Desk): number => (dice.pick([1, 5, 12, 13, 30, 90]) ?? 1) * 60_000

/** The seats of the lock; now and then one less, or another one. */
function seatsOf({ desk: { dice }, lock, show }: Sale): string[] {
  if (dice.percent(95)) return [...lock.seatIds]
  const other = dice.pick([...show.seats.keys()]) ?? ''
  return dice.percent(50) ? lock.seatIds.slice(1) : [...lock.seatIds.slice(1), other]
}

function inAll(sale: Sale, withGoods: boolean): object {
  const { desk, show, house, channel } = sale
  const payer = aPayer(desk, show.cinemaLinkId, show)
  const tickets = ticketLines(desk, show, seatsOf(sale), payer)
  const goods = withGoods ? goodsLines(desk, house, payer) : []
  return {
    ticketList: tickets.map(line => line.data),
    ...(withGoods ? { goodsList: goods.map(line => line.data) } : {}),
    ...paymentList(desk, payer, [...tickets, ...goods], show.cinemaLinkId, channel),
  }
}

function perItem(sale: Sale, withGoods: boolean): object {
  const { desk, show, house, channel } = sale
  const payer = aPayer(desk, show.cinemaLinkId, show, false)
  const tickets = ticketLines(desk, show, seatsOf(sale), payer)
  const goods = withGoods ? goodsPerItem(desk, house, channel) : {}
  return { ticketList: paidLines(desk, payer, tickets, show.cinemaLinkId, channel), ...goods }
}

/** Goods with payments of their own; sometimes two guests pay, each with a card. */
function goodsPerItem(desk: Desk, house: House, channel: ModelChannel) {
  const payers = desk.dice.percent(30) ? [1, 2] : [1]
  const goodsList = payers.flatMap(() => {
    const payer = aPayer(desk, house.cinemaLinkId)
    return paidLines(desk, payer, goodsLines(desk, house, payer), house.cinemaLinkId, channel)
  })
  return { goodsList }
}

export const confirmOrder = confirm('order.confirmOrder', sale => inAll(sale, false))
export const confirmOrderForMultiPay = confirm('order.confirmOrderForMultiPay', sale => perItem(sale, false))
export const confirmMixOrder = confirm('order.confirmMixOrder', sale => inAll(sale, true))
export const confirmMixOrderForMultiPay = confirm('order.confirmMixOrderForMultiPay', sale =>
  perItem(sale, true),
)

const confirmGoods =
  (api: string, dataOf: (desk: Desk, house: House, channel: ModelChannel) => object) =>
  (desk: Desk): Wish | undefined => {
    const { books, dice, channels, fresh } = desk
    const selling = [...books.houses.values()].filter(({ menu }) => menu !== undefined)
    const house = dice.percent(95) ? dice.pick(selling) : books.houses.get(aCinema(desk))
    if (!house) return undefined
    const channel = dice.percent(12) ? channels[1] : channels[0]
    const used = [...books.thirdOrders.keys()].map(mark => mark.split(' ')[1])
    const thirdOrderId = (dice.percent(4) ? dice.pick(used) : undefined) ?? fresh('G')
    return {
      api,
      channel,
      data: {
        cinemaLinkId: house.cinemaLinkId,
        thirdOrderId,
        mobile: '13800138000',
        ...dataOf(desk, house, channel),
      },
      slowMs: dice.percent(10) ? slowness(desk) : 0,
    }
  }

export const confirmGoodsOrder = confirmGoods('order.confirmGoodsOrder', (desk, house, channel) => {
  const payer = aPayer(desk, house.cinemaLinkId)
  const lines = goodsLines(desk, house, payer)
  return {
    goodsList: lines.map(line => line.data),
    ...paymentList(desk, payer, lines, house.cinemaLinkId, channel),
  }
})

export const confirmGoodsOrderForMultiPay = confirmGoods('order.confirmGoodsOrderForMultiPay', goodsPerItem)
