import { yuan } from '../verdict.ts'
import { type Line, type Payer, passwordOf } from './baskets.ts'
import type { Desk, ModelChannel } from './desk.ts'

/** The paymentList of a call that names one card for everything (5.3.3). */
export function paymentList(
  desk: Desk,
  payer: Payer,
  lines: readonly Line[],
  at: string,
  channel: ModelChannel,
) {
  const { dice } = desk
  if (payer.by === 'partner') return {}
  if (payer.by === 'benefit') {
    const payment = { paymentMethod: 'BenefitCard', payCardInfo: { benefitCardNumber: payer.cardNumber } }
    return { paymentList: [payment] }
  }
  const { card } = payer
  const owed = lines.reduce((sum, line) => sum + line.owedFen, 0)
  const payAmount = yuan(dice.percent(5) ? owed + 1 : owed)
  const payment = {
    paymentMethod: dice.percent(2) ? 'Cash' : 'MemberCard',
    payCardInfo: {
      cardNumber: card.cardNumber,
      ...(dice.percent(50) ? { payAmount } : {}),
      ...(card.cinemaLinkId === at && dice.percent(50) ? {} : { cinemaLinkId: card.cinemaLinkId }),
      ...(dice.percent(80) ? { cardPassword: passwordOf(desk, card, channel) } : {}),
    },
  }
  return { paymentList: dice.percent(2) ? [payment, payment] : [payment] }
}

/** The same lines, each with payments of its own that add up to its price (5.4.3); a fen too few now and then. */
export function paidLines(
  desk: Desk,
  payer: Payer,
  lines: readonly Line[],
  at: string,
  channel: ModelChannel,
) {
  const { dice } = desk
  const slipAt = dice.percent(10) ? dice.below(lines.length) : -1
  return lines.map(({ data, owedFen, discounted }, index) => {
    const { isBenefit: _, isCardDiscount: __, ...line } = data
    const owed = index === slipAt ? owedFen + (dice.percent(50) ? 1 : -1) : owedFen
    const cardFen = payer.by !== 'member' ? 0 : discounted || dice.percent(70) ? part(desk, owed) : 0
    const card =
      payer.by === 'member' && cardFen > 0 ? [cardPayment(desk, payer, cardFen, discounted, at, channel)] : []
    const rest = owed - cardFen
    const [first, second] = dice.percent(30) ? [part(desk, rest), 0] : [rest, 0]
    const others = [first, rest - first, second]
      .filter(amount => amount > 0)
      .map(amount => otherPayment(desk, amount))
    return { ...line, paymentList: [...card, ...others] }
  })
}

/** All of it mostly, else less. */
const part = ({ dice }: Desk, amount: number): number =>
  dice.percent(70) ? amount : Math.min(amount, 1 + dice.below(Math.max(1, amount)))

function cardPayment(
  desk: Desk,
  { card }: Extract<Payer, { by: 'member' }>,
  amount: number,
  discounted: boolean,
  at: string,
  channel: ModelChannel,
) {
  return {
    paymentMethod: 'MemberCard',
    payAmount: yuan(amount),
    payCardInfo: {
      cardNumber: card.cardNumber,
      cardPassword: passwordOf(desk, card, channel),
      totalDisTickets: discounted ? '1' : '0',
      ...(card.cinemaLinkId === at ? {} : { cinemaLinkId: card.cinemaLinkId }),
    },
  }
}

function otherPayment({ dice, fresh }: Desk, amount: number) {
  const paymentMethod = dice.pick(['Ali', 'WeChat', 'Cash', 'Corp', 'CinemaPay']) ?? 'Cash'
  const third =
    paymentMethod === 'Ali' || paymentMethod === 'WeChat'
      ? { thirdPartPayment: { thirdTradeNo: fresh('P'), outTradeNo: fresh('O') } }
      : {}
  return { paymentMethod: dice.percent(1) ? 'Gold' : paymentMethod, payAmount: yuan(amount), ...third }
}
