import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { RegisterRequest } from '../member-cards.ts'
import type { Probe } from '../probe.ts'
import { fenOf, OptionalText, objectIn, yuanOf } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { allOf, done, holds, judged, refused, refusedWith } from '../verdict.ts'

const registering = { api: 'card.registerCard', mode: 'full' } as const
const filling = { api: 'card.recharge', mode: 'full' } as const
const scoring = { api: 'card.updatePoints', mode: 'full' } as const

const Recharged = z.object({ balance: OptionalText, availableTimes: OptionalText, cardOrderId: OptionalText })
const Points = z.object({ accumulationPoints: OptionalText, tradePoints: OptionalText })
const CardOrder = z.object({
  cardOrderId: OptionalText,
  outTradeNo: OptionalText,
  cardNumber: OptionalText,
  orderType: OptionalText,
  orderStatus: OptionalText,
})

/** Making member cards and filling them: specification 7.2 to 7.4 and 7.11. */
export const memberCardRules: readonly Rule[] = [
  {
    ...registering,
    id: 'member-cards.register-fee',
    section: '9.2.9',
    sentence: 'A registration with other fees than the grade’s is refused with CARD_REGISTER_FEE_ERROR.',
    check: async probe =>
      refusedWith(
        await registration(probe, request => ({
          memberFee: yuanOf((fenOf(request.memberFee) ?? 0) + 1),
        })),
        'CARD_REGISTER_FEE_ERROR',
      ),
  },
  {
    ...registering,
    id: 'member-cards.register-grade',
    section: '9.2.9',
    sentence: 'A grade that the cinema has not is refused with CARD_GRADE_NOT_EXIST_ERROR.',
    check: async probe =>
      refusedWith(await registration(probe, () => ({ gradeId: '999999' })), 'CARD_GRADE_NOT_EXIST_ERROR'),
  },
  {
    ...registering,
    id: 'member-cards.trade-number',
    section: '7.2.3',
    sentence: 'An outTradeNo of fewer than 16 or more than 32 characters is refused.',
    check: async probe =>
      allOf(
        refused(await registration(probe, () => ({ outTradeNo: '9'.repeat(15) }))),
        refused(await registration(probe, () => ({ outTradeNo: '9'.repeat(33) }))),
      ),
  },
  {
    ...registering,
    id: 'member-cards.plain-password',
    section: '3, 7.2.3',
    sentence: 'A password that is not enciphered with the card key is refused.',
    check: async probe => refused(await registration(probe, () => ({ cardPassword: '135790' }))),
  },
  {
    ...registering,
    id: 'member-cards.register',
    section: '7.2.4',
    sentence: 'A right registration gives a card with nothing on it.',
    check: probe =>
      judged('card.registerCard', async () => {
        const { answer } = await probe.memberCards.own('V')
        const { balance } = objectIn(answer, Recharged)
        return holds(fenOf(balance) === 0, `its balance is ${balance}`, answer)
      }),
  },
  {
    ...registering,
    id: 'member-cards.register-again',
    section: '7.2.2, 7.2.4',
    sentence: 'The same registration again gives the same card and the same answer.',
    async check({ memberCards, ask }) {
      const { request, answer } = await memberCards.own('V')
      const again = await ask('card.registerCard', request)
      const same = isDeepStrictEqual(again.payload, answer.payload)
      return allOf(done(again), holds(same, 'the second answer is another one', again))
    },
  },
  {
    ...registering,
    id: 'member-cards.register-otherwise',
    section: '9.2.1',
    sentence: 'The same outTradeNo with another name is refused with REQUEST_PARAM_INCONFORMITY_ERROR.',
    async check({ memberCards, ask }) {
      const { request } = await memberCards.own('V')
      const answer = await ask('card.registerCard', { ...request, cardUserName: 'somebody else' })
      return refusedWith(answer, 'REQUEST_PARAM_INCONFORMITY_ERROR')
    },
  },
  {
    api: 'card.getCardOrderDetail',
    mode: 'full',
    id: 'member-cards.order',
    section: '7.11.3, 7.11.4',
    sentence: 'A registration is found by its cardOrderId and by its outTradeNo: success, of type register.',
    async check({ memberCards, ask }) {
      const card = await memberCards.own('V')
      const byTrade = await ask('card.getCardOrderDetail', { outTradeNo: card.outTradeNo })
      const byOrder = await ask('card.getCardOrderDetail', { cardOrderId: card.cardOrderId })
      if (!byTrade.ok || !byOrder.ok) return allOf(done(byTrade), done(byOrder))
      const found = objectIn(byTrade, CardOrder)
      return allOf(
        holds(found.cardNumber === card.cardNumber, `it is of card ${found.cardNumber}`, byTrade),
        holds(found.orderStatus === 'success', `it says ${found.orderStatus}`, byTrade),
        holds(found.orderType === 'register', `it is of type ${found.orderType}`, byTrade),
        holds(
          isDeepStrictEqual(byOrder.payload, byTrade.payload),
          'by its cardOrderId it is another one',
          byOrder,
        ),
      )
    },
  },
  {
    ...filling,
    id: 'member-cards.recharge',
    section: '7.3.4',
    sentence:
      'A recharge adds its amount, once: the same outTradeNo again answers the same and adds nothing.',
    check: probe =>
      judged('card.recharge', async () => {
        const card = await probe.memberCards.own('V')
        const before = await probe.memberCards.holding(card.cardNumber, card.password)
        const request = rechargeRequest(probe, card.cardNumber, card.grade.leastFen)
        const first = await probe.must('card.recharge', request)
        const again = await probe.ask('card.recharge', request)
        const after = await probe.memberCards.holding(card.cardNumber, card.password)
        const expected = (before.balanceFen ?? 0) + card.grade.leastFen
        const { balance } = objectIn(first, Recharged)
        return allOf(
          holds(fenOf(balance) === expected, `it says ${balance}, not ${yuanOf(expected)}`, first),
          done(again),
          holds(isDeepStrictEqual(again.payload, first.payload), 'the second answer is another one', again),
          holds(after.balanceFen === expected, `the card has ${after.balanceFen} fen`, again),
        )
      }),
  },
  {
    ...filling,
    id: 'member-cards.recharge-otherwise',
    section: '9.2.1',
    sentence:
      'The outTradeNo of a recharge with another amount is refused with REQUEST_PARAM_INCONFORMITY_ERROR.',
    async check(probe) {
      const { request, leastFen } = await recharged(probe)
      const answer = await probe.ask('card.recharge', { ...request, rechargeAmount: yuanOf(leastFen * 2) })
      return refusedWith(answer, 'REQUEST_PARAM_INCONFORMITY_ERROR')
    },
  },
  {
    ...filling,
    id: 'member-cards.recharge-unknown',
    section: '9.2.9',
    sentence: 'A card that does not exist is refused with CARD_NOT_EXIST_ERROR.',
    check: async probe =>
      refusedWith(
        await probe.ask('card.recharge', rechargeRequest(probe, '000000000000', 100_00)),
        'CARD_NOT_EXIST_ERROR',
      ),
  },
  {
    ...filling,
    id: 'member-cards.recharge-back',
    section: '7.3.3',
    sentence: 'A negative amount with a reason takes it off the card.',
    async check(probe) {
      const { leastFen, card } = await recharged(probe)
      const before = await probe.memberCards.holding(card.cardNumber, card.password)
      const answer = await probe.ask('card.recharge', {
        ...rechargeRequest(probe, card.cardNumber, -leastFen),
        description: 'conformance: taken back',
      })
      if (!answer.ok) return done(answer)
      const after = await probe.memberCards.holding(card.cardNumber, card.password)
      const taken = (before.balanceFen ?? 0) - (after.balanceFen ?? 0)
      return holds(taken === leastFen, `it took ${taken} fen, not ${leastFen}`, answer)
    },
  },
  {
    ...filling,
    id: 'member-cards.recharge-times',
    section: '9.2.9',
    sentence:
      'A card by times is filled in multiples of its least amount: TIME_CARD_CHARGE_ERROR for anything between.',
    async check(probe) {
      const card = await probe.memberCards.own('T')
      const between = card.grade.leastFen + 1_00
      const answer = await probe.ask('card.recharge', rechargeRequest(probe, card.cardNumber, between))
      return refusedWith(answer, 'TIME_CARD_CHARGE_ERROR')
    },
  },
  {
    ...filling,
    id: 'member-cards.recharge-type',
    section: '7.3.2, note 1; 9.2.9',
    sentence: 'Only cards of stored value and by times are filled up: others CARD_TYPE_NOADD_ERROR.',
    async check(probe) {
      const card = await probe.memberCards.own('A')
      const request = rechargeRequest(probe, card.cardNumber, card.grade.leastFen)
      return refusedWith(await probe.ask('card.recharge', request), 'CARD_TYPE_NOADD_ERROR')
    },
  },
  {
    ...scoring,
    id: 'member-cards.points',
    section: '7.4.3, 7.4.4',
    sentence:
      'Points are added to both counts, once; points taken leave those of a lifetime (accumulationPoints) as they are.',
    check: probe =>
      judged('card.updatePoints', async () => {
        const { cardNumber, password } = await probe.memberCards.own('V')
        const before = await probe.memberCards.holding(cardNumber, password)
        const add = pointsRequest(probe, cardNumber, '20.00')
        const added = await probe.must('card.updatePoints', add)
        const again = await probe.ask('card.updatePoints', add)
        const take = { ...pointsRequest(probe, cardNumber, '-5.00'), description: 'conformance' }
        const taken = await probe.must('card.updatePoints', take)
        const [after, finally_] = [objectIn(added, Points), objectIn(taken, Points)]
        return allOf(
          holds(fenOf(after.accumulationPoints) === before.pointsEver + 20_00, 'lifetime points', added),
          holds(fenOf(after.tradePoints) === before.pointsLeft + 20_00, 'points to trade', added),
          holds(isDeepStrictEqual(again.payload, added.payload), 'the second answer is another one', again),
          holds(fenOf(finally_.accumulationPoints) === before.pointsEver + 20_00, 'lifetime points', taken),
          holds(fenOf(finally_.tradePoints) === before.pointsLeft + 15_00, 'points to trade', taken),
        )
      }),
  },
]

async function registration(probe: Probe, change: (request: RegisterRequest) => object) {
  const { memberCards, ask } = probe
  const grades = await memberCards.grades()
  const grade = grades.find(({ gradeType }) => gradeType === 'V') ?? grades[0]
  if (!grade) throw new Error('grades are never empty')
  const request = memberCards.registerRequest(grade)
  return ask('card.registerCard', { ...request, ...change(request) })
}

const rechargeRequest = ({ numbers, cinema }: Probe, cardNumber: string, amountFen: number) => ({
  cinemaLinkId: cinema.cinemaLinkId,
  cardNumber,
  outTradeNo: numbers.next(),
  rechargeAmount: yuanOf(amountFen),
})

const pointsRequest = ({ numbers, cinema }: Probe, cardNumber: string, points: string) => ({
  cinemaLinkId: cinema.cinemaLinkId,
  cardNumber,
  outTradeNo: numbers.next(),
  points,
})

/** A recharge of the run's own card that was done; another one when there was none yet. */
async function recharged(probe: Probe) {
  const card = await probe.memberCards.own('V')
  const { leastFen } = card.grade
  const earlier = probe.log.find(
    ({ api, data, answer }) =>
      api === 'card.recharge' && answer?.ok && JSON.stringify(data).includes(card.cardNumber),
  )
  if (typeof earlier?.data === 'object') return { card, leastFen, request: earlier.data }
  const request = rechargeRequest(probe, card.cardNumber, leastFen)
  await probe.must('card.recharge', request)
  return { card, leastFen, request }
}
