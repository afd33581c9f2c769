import type { SoldGoods, SoldTicket } from '../books.ts'
import { type Broken, type Data, fenOf, isAbsent, isObject } from '../verdict.ts'
import type { House, Show } from '../world.ts'

export interface TicketAsked extends SoldTicket {
  byBenefit: boolean
  byDiscount: boolean
  line: Data
}

export interface GoodsAsked extends SoldGoods {
  byDiscount: boolean
  line: Data
}

/** `perItem`: every line says itself what it is paid with, and whether at a card's discount. */
export function ticketsAsked(data: Data, perItem: boolean, broken: Broken): TicketAsked[] {
  const list = data['ticketList']
  if (!Array.isArray(list) || list.length === 0) {
    broken.add('SEAT_INFO_NOT_NULL')
    return []
  }
  const lines = list.filter(isObject).map(line => ({
    seatId: String(line['seatId']),
    ticketFen: fenOf(line, 'ticketPrice', broken) ?? 0,
    feeFen: fenOf(line, 'ticketFee', broken) ?? 0,
    byBenefit: !perItem && line['isBenefit'] === true,
    byDiscount: perItem ? isPaidDiscounted(line) : line['isCardDiscount'] === true,
    line,
  }))
  if (new Set(lines.map(line => line.seatId)).size < lines.length) broken.add('SEAT_INFO_ERROR')
  return lines
}

/** One of its payments is by a card that counts it as a ticket at its discount (5.4.3, totalDisTickets). */
function isPaidDiscounted({ paymentList }: Data): boolean {
  const payments = Array.isArray(paymentList) ? paymentList.filter(isObject) : []
  return payments.some(({ payCardInfo }) => isObject(payCardInfo) && payCardInfo['totalDisTickets'] === '1')
}

/**
 * 5.3.2, note 3, and 5.3.3: the area's settle price; else the card's, which takes the place of the show's settle
 * price; with none of them any price from the lowest up.
 */
export function checkTicketPrice(
  ticket: TicketAsked,
  show: Show,
  cardFen: number | undefined,
  broken: Broken,
): void {
  const { seatId, ticketFen, byBenefit } = ticket
  if (ticketFen === 0) broken.add('TICKET_PRICE_ERROR')
  const areaFen = show.areaFen.get(seatId)
  if (areaFen !== undefined && byBenefit) broken.add('AREA_SEAT_NOT_SUPPORT_BENEFIT')
  const wanted = areaFen ?? cardFen ?? show.settleFen
  if (wanted !== undefined && ticketFen > wanted) broken.add('TICKET_PRICE_VALID_ERROR')
  if (ticketFen < (wanted ?? show.lowestFen)) broken.add(tooLowCode(areaFen, wanted))
}

function tooLowCode(areaFen: number | undefined, wanted: number | undefined): string {
  if (areaFen !== undefined) return 'AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR'
  return wanted === undefined ? 'LOW_THAN_LEAST_PRICE_ERROR' : 'LOW_THAN_SETTLE_PRICE_ERROR'
}

/** 4.2.4 and 5.3.2, note 4. */
export function checkFees(tickets: readonly TicketAsked[], show: Show, house: House, broken: Broken): void {
  const inShanghai = house.cityCode.startsWith('310')
  if (inShanghai && tickets.some(({ ticketFen, feeFen }) => feeFen > 1200 || feeFen * 5 > ticketFen))
    broken.add('TICKET_FEE_ERROR')
  if (show.feeFen === undefined) return
  const fees = tickets.map(({ feeFen }) => feeFen)
  const right =
    show.feeType === 'order'
      ? fees.reduce((sum, fee) => sum + fee, 0) === show.feeFen
      : fees.every(fee => fee === show.feeFen)
  if (!right) broken.add('TICKET_FEE_ERROR')
}

/** `perItem`: every line says itself what it is paid with, and whether at a card's discount. */
export function goodsAsked(data: Data, perItem: boolean, broken: Broken): GoodsAsked[] {
  const list = data['goodsList']
  if (!Array.isArray(list) || list.length === 0) {
    broken.add('GOODS_INFO_NOT_NULL')
    return []
  }
  return list.filter(isObject).map(line => {
    const count = Number(line['count'])
    if (isAbsent(line['count']) || isAbsent(line['salePrice'])) broken.add('GOODS_PRICE_ERROR')
    else if (!Number.isInteger(count) || count < 1) broken.add('GOODS_INFO_ERROR')
    const isPackage = line['isPackage']
    if (isAbsent(isPackage)) broken.add('NULL_ARGUMENT')
    return {
      goodsId: String(line['goodsId']),
      saleFen: fenOf(line, 'salePrice', broken) ?? 0,
      count,
      isPackage: isPackage === true || isPackage === 'true',
      byDiscount: perItem ? isPaidDiscounted(line) : line['isCardDiscount'] === true,
      line,
    }
  })
}

/** 6.2.2, note 3: the settle price or a card's to the fen, else from the standard price up; and no more than 6.1.4 allows. */
export function checkGoods(
  wishes: readonly GoodsAsked[],
  house: House,
  percents: ReadonlyMap<number, number>,
  broken: Broken,
): void {
  const { menu, unspoken } = house
  if (!menu) {
    broken.add('CHANNEL_NOT_ALLOW_BUY')
    return
  }
  wishes.forEach(({ goodsId, saleFen, isPackage, byDiscount }, place) => {
    const goods = menu.goods.get(goodsId)
    if (!goods) {
      if (unspoken.offSale.includes(goodsId)) broken.add('GOODS_DISABLED_OR_END_SALE')
      else if (unspoken.emptyPackages.includes(goodsId)) broken.add('GOODS_PACKAGE_EMPTY')
      else broken.add('GOODS_NOT_FOUND')
      return
    }
    if (goods.isPackage !== isPackage) broken.add('GOODS_INFO_ERROR')
    if (byDiscount && !goods.discountable) broken.add('GOODS_INFO_ERROR')
    const inAll = wishes.filter(wish => wish.goodsId === goodsId).reduce((sum, { count }) => sum + count, 0)
    if (inAll > menu.maxBuyCount) broken.add('GOODS_ORDER_FAILED')
    const full = goods.settleFen ?? goods.standardFen
    const percent = byDiscount ? percents.get(place) : undefined
    const exact = percent === undefined ? goods.settleFen : Math.round((full * percent) / 100)
    if (saleFen < (exact ?? goods.standardFen)) broken.add('GOODS_PRICE_LESS')
    if (exact !== undefined && saleFen > exact) broken.add('GOODS_AMOUNT_ERROR')
  })
}
