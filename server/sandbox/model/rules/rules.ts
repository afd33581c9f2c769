import type { Books } from '../books.ts'
import type { Ask, Expected } from '../verdict.ts'
import { benefitDetail, policies, registerBenefit, renewBenefit } from './benefit-cards.ts'
import { cardAtShow } from './card-at-show.ts'
import { points, recharge, register } from './card-changes.ts'
import { cardOrderDetail } from './card-orders.ts'
import { confirmTickets } from './confirm.ts'
import { refundTickets, reverseTickets } from './giving-back.ts'
import { confirmGoods, goodsOrderInfo, menu, refundGoods } from './goods.ts'
import { lockSeats, releaseSeats } from './locks.ts'
import { balance, cardDetail, changeOwner, changePassword, grades } from './member-cards.ts'
import { orderInfo, printStatus, printTicket, ticketInfo } from './orders.ts'
import { records } from './records.ts'
import { areaSeats, cinemas, schedules, seats, soldSeats } from './showing.ts'

/** How long the sandbox under test is told to hold a lock. */
export const lockMs = 10 * 60_000

/** What has to come of a call of each of the 43 interfaces, by the name behind the vendor's prefix. */
export const rules: Readonly<Record<string, (books: Books, ask: Ask) => Expected>> = {
  'cinema.getCinemas': cinemas,
  'schedule.getSchedules': schedules,
  'seat.getSeats': seats,
  'seat.getScheduleAreaSeats': areaSeats,
  'seat.getScheduleSoldSeats': soldSeats,
  'seat.lockSeats': (books, ask) => lockSeats(books, ask, lockMs),
  'seat.releaseSeats': releaseSeats,
  'order.confirmOrder': confirmTickets,
  'order.confirmOrderForMultiPay': confirmTickets,
  'order.confirmMixOrder': confirmTickets,
  'order.confirmMixOrderForMultiPay': confirmTickets,
  'order.getOrderInfo': orderInfo,
  'order.getTicketInfo': ticketInfo,
  'ticket.printTicket': printTicket,
  'ticket.getOrderPrintStatus': printStatus,
  'order.refundOrder': refundTickets,
  'order.refundMixOrder': refundTickets,
  'order.reverseOrder': reverseTickets,
  'order.reverseMixOrder': reverseTickets,
  'goods.getGoods': menu,
  'order.confirmGoodsOrder': confirmGoods,
  'order.confirmGoodsOrderForMultiPay': confirmGoods,
  'order.getGoodsOrderInfo': goodsOrderInfo,
  'order.refundGoodsOrder': refundGoods,
  'card.getCardGradeList': grades,
  'card.registerCard': register,
  'card.recharge': recharge,
  'card.updatePoints': points,
  'card.modifyPassword': changePassword,
  'card.modifyInformation': changeOwner,
  'card.getCardDetail': cardDetail,
  'card.queryBalance': balance,
  'card.getCardDiscountTickets': cardAtShow,
  'card.queryPrice': cardAtShow,
  'card.getCardOrderDetail': (books, ask) => cardOrderDetail(books, ask, 'member'),
  'card.getCardConsumeRecords': records,
  'card.getCardRechargeRecords': records,
  'card.getCardPointsRecords': records,
  'benefitCard.getPolicyList': policies,
  'benefitCard.registerBenefitCard': registerBenefit,
  'benefitCard.renewBenefitCard': renewBenefit,
  'benefitCard.getCardDetail': benefitDetail,
  'benefitCard.getCardOrderDetail': (books, ask) => cardOrderDetail(books, ask, 'benefit'),
}
