import { z } from 'zod'
import { addDays } from '#contract/time.ts'
import type { OwnCard } from '../member-cards.ts'
import type { Probe } from '../probe.ts'
import { calendarDay, fenOf, instantOf, OptionalText, objectIn, rowsIn, yuanOf } from '../reading.ts'
import type { Rule } from '../rule.ts'
import { allOf, broken, done, held, holds, refused, refusedWith } from '../verdict.ts'

const secondPassword = '864202'

const Detail = z.object({
  gradeId: OptionalText,
  gradeType: OptionalText,
  cardStatus: OptionalText,
  mobile: OptionalText,
  address: OptionalText,
  gender: OptionalText,
})
const Balance = z.object({ balance: OptionalText, cardNumber: OptionalText })
const Price = z.object({ ticketType: OptionalText, price: OptionalText })
const Prices = z.object({ tickets: z.unknown().optional() })
const Record = z.object({
  rechargeAmount: OptionalText,
  getPoints: OptionalText,
  rechargeDateTime: OptionalText,
  getPointsDateTime: OptionalText,
})

/** What a member card tells and how it is opened: specification 7.5 to 7.14. */
export const memberCardAccountRules: readonly Rule[] = [
  {
    api: 'card.getCardDetail',
    mode: 'full',
    id: 'member-cards.detail',
    section: '7.7.4',
    sentence: 'A new card is of the grade that was asked for, in order (N), and of the mobile number given.',
    async check({ memberCards, ask, cinema: { cinemaLinkId } }) {
      const { cardNumber, grade, request } = await memberCards.own('V')
      const answer = await ask('card.getCardDetail', { cinemaLinkId, cardNumber })
      if (!answer.ok) return done(answer)
      const detail = objectIn(answer, Detail)
      return allOf(
        holds(detail.gradeId === grade.gradeId, `its grade is ${detail.gradeId}`, answer),
        holds(detail.cardStatus === 'N', `its state is ${detail.cardStatus}`, answer),
        holds('mobile' in request && endsAlike(detail.mobile, request.mobile), 'its mobile differs', answer),
      )
    },
  },
  {
    api: 'card.queryBalance',
    mode: 'full',
    id: 'member-cards.balance',
    section: '7.8.4',
    sentence: 'A card of stored value tells its balance to whoever has its password.',
    async check(probe) {
      const answer = await probe.ask('card.queryBalance', await opened(probe))
      if (!answer.ok) return done(answer)
      const { balance } = objectIn(answer, Balance)
      return holds(fenOf(balance) !== undefined, `its balance is ${balance}`, answer)
    },
  },
  {
    api: 'card.queryBalance',
    mode: 'full',
    id: 'member-cards.wrong-password',
    section: '9.2.9',
    sentence: 'Another password is refused with CARD_PASSWORD_ERROR.',
    async check(probe) {
      const request = { ...(await opened(probe)), cardPassword: probe.memberCards.seal('000001') }
      return refusedWith(await probe.ask('card.queryBalance', request), 'CARD_PASSWORD_ERROR')
    },
  },
  ...(['getCardDiscountTickets', 'queryPrice'] as const).map(
    (name): Rule => ({
      api: `card.${name}`,
      mode: 'full',
      id: `member-cards.at-show-${name === 'queryPrice' ? 'price' : 'tickets'}`,
      section: name === 'queryPrice' ? '7.10.4' : '7.9.4',
      sentence:
        name === 'queryPrice'
          ? 'A card at a show has at least one kind of ticket, each with a price.'
          : 'A card at a show says how many tickets it buys at its discount.',
      async check(probe) {
        const { cardNumber } = await probe.memberCards.own('V')
        const show = await probe.sale.aShow()
        const sectionId = (await probe.plans.sectionsOf(show))[0]?.sectionId
        const answer = await probe.ask(`card.${name}`, { ...show.key, cardNumber, sectionId })
        if (!answer.ok || name !== 'queryPrice') return done(answer)
        const tickets = z.array(Price).safeParse(objectIn(answer, Prices).tickets).data ?? []
        const priced = tickets.length > 0 && tickets.every(({ price }) => fenOf(price) !== undefined)
        return holds(priced, `it names ${tickets.length} kinds of tickets`, answer)
      },
    }),
  ),
  {
    api: 'card.modifyPassword',
    mode: 'full',
    id: 'member-cards.old-password',
    section: '7.5.3, 9.2.9',
    sentence: 'A password is not changed by whoever has not the old one: CARD_OLD_PASSWORD_ERROR.',
    async check(probe) {
      const request = await passwordChange(probe, '000001', secondPassword)
      return refusedWith(await probe.ask('card.modifyPassword', request), 'CARD_OLD_PASSWORD_ERROR')
    },
  },
  {
    api: 'card.modifyPassword',
    mode: 'full',
    id: 'member-cards.new-password',
    section: '7.5.2',
    sentence: 'After a change the new password opens the card and the old one does not.',
    async check(probe) {
      const { password } = await probe.memberCards.own('V')
      const changed = await probe.ask(
        'card.modifyPassword',
        await passwordChange(probe, password, secondPassword),
      )
      if (!changed.ok) return done(changed)
      const withOld = await probe.ask('card.queryBalance', await opened(probe, password))
      const withNew = await probe.ask('card.queryBalance', await opened(probe, secondPassword))
      // The rules that follow open the card with its first one.
      await probe.must('card.modifyPassword', await passwordChange(probe, secondPassword, password))
      return allOf(refused(withOld), done(withNew))
    },
  },
  {
    api: 'card.modifyInformation',
    mode: 'full',
    id: 'member-cards.information',
    section: '7.6.3',
    sentence: 'What is given changes, and what is left out stays.',
    async check(probe) {
      const { ask, must, cinema } = probe
      const card = await probe.memberCards.own('V')
      const change = { address: '广州市天河区', gender: '女' }
      const changed = await ask('card.modifyInformation', { ...(await opened(probe)), ...change })
      if (!changed.ok) return done(changed)
      const key = { cinemaLinkId: cinema.cinemaLinkId, cardNumber: card.cardNumber }
      const answer = await must('card.getCardDetail', key)
      const detail = objectIn(answer, Detail)
      return allOf(
        holds(detail.address === change.address, `its address is ${detail.address}`, answer),
        holds(detail.gender === change.gender, `its gender is ${detail.gender}`, answer),
        holds(
          'mobile' in card.request && endsAlike(detail.mobile, card.request.mobile),
          'its mobile has changed too',
          answer,
        ),
      )
    },
  },
  {
    api: 'card.modifyInformation',
    mode: 'full',
    id: 'member-cards.information-password',
    section: '7.6.3, 9.2.9',
    sentence: 'What is known of a card’s owner is not changed without its password: CARD_PASSWORD_ERROR.',
    async check(probe) {
      const request = { ...(await opened(probe)), cardPassword: probe.memberCards.seal('000001') }
      const answer = await probe.ask('card.modifyInformation', { ...request, gender: '男' })
      return refusedWith(answer, 'CARD_PASSWORD_ERROR')
    },
  },
  {
    api: 'card.getCardRechargeRecords',
    mode: 'full',
    id: 'member-cards.recharge-records',
    section: '7.13.4',
    sentence: 'The records of today have the recharge that was just made.',
    async check(probe) {
      const { card, answer } = await recordsToday(probe, 'card.getCardRechargeRecords')
      if (!answer.ok) return done(answer)
      const found = rowsIn(answer, Record).some(row => fenOf(row.rechargeAmount) === card.grade.leastFen)
      return holds(found, `none is of ${yuanOf(card.grade.leastFen)}`, answer)
    },
  },
  {
    api: 'card.getCardPointsRecords',
    mode: 'full',
    id: 'member-cards.points-records',
    section: '7.14.4',
    sentence: 'The records of today have the points that were just added.',
    async check(probe) {
      const { answer } = await recordsToday(probe, 'card.getCardPointsRecords')
      if (!answer.ok) return done(answer)
      const found = rowsIn(answer, Record).some(({ getPoints }) => fenOf(getPoints) === 20_00)
      return holds(found, 'none is of 20.00', answer)
    },
  },
  {
    api: 'card.getCardConsumeRecords',
    mode: 'full',
    id: 'member-cards.consume-records',
    section: '7.12.4',
    sentence: 'A card that paid for nothing has no records of consumption.',
    async check(probe) {
      const { answer } = await recordsToday(probe, 'card.getCardConsumeRecords')
      return answer.ok ? holds(rowsIn(answer, Record).length === 0, 'it has some', answer) : done(answer)
    },
  },
  {
    api: 'card.getCardRechargeRecords',
    mode: 'full',
    id: 'member-cards.records-of-ninety-days',
    section: '7.13.2',
    sentence: 'Records reach back 90 days: a longer time is refused, or nothing older is told.',
    async check(probe) {
      const { cardNumber } = await probe.memberCards.own('V')
      const endDate = calendarDay(probe.clock.now())
      const request = {
        cinemaLinkId: probe.cinema.cinemaLinkId,
        cardNumber,
        startDate: addDays(endDate, -200),
        endDate,
      }
      const answer = await probe.ask('card.getCardRechargeRecords', request)
      const oldest = Date.parse(`${addDays(endDate, -91)}T00:00:00+08:00`)
      const older = rowsIn(answer, Record).some(row => (instantOf(row.rechargeDateTime) ?? oldest) < oldest)
      return holds(!older, 'it tells of older ones', answer)
    },
  },
  {
    api: 'card.getCardPointsRecords',
    mode: 'full',
    id: 'member-cards.records-to-come',
    section: '7.14.3',
    sentence: 'endDate is not later than today: a later one is refused.',
    async check(probe) {
      const { cardNumber } = await probe.memberCards.own('V')
      const startDate = calendarDay(probe.clock.now())
      const request = {
        cinemaLinkId: probe.cinema.cinemaLinkId,
        cardNumber,
        startDate,
        endDate: addDays(startDate, 3),
      }
      const answer = await probe.ask('card.getCardPointsRecords', request)
      return answer.ok ? broken('it was answered', answer) : held
    },
  },
]

/** The cloud may show a number with stars in it. */
const endsAlike = (told: string | undefined, given: unknown) =>
  told !== undefined && (told === given || told.includes('*'))

async function opened(probe: Probe, password?: string) {
  const card: OwnCard = await probe.memberCards.own('V')
  return {
    cinemaLinkId: probe.cinema.cinemaLinkId,
    cardNumber: card.cardNumber,
    cardPassword: probe.memberCards.seal(password ?? card.password),
  }
}

async function passwordChange(probe: Probe, oldPassword: string, newPassword: string) {
  const { cardNumber } = await probe.memberCards.own('V')
  return {
    cinemaLinkId: probe.cinema.cinemaLinkId,
    cardNumber,
    oldPassword: probe.memberCards.seal(oldPassword),
    newPassword: probe.memberCards.seal(newPassword),
  }
}

async function recordsToday(probe: Probe, api: string) {
  const card = await probe.memberCards.own('V')
  const today = calendarDay(probe.clock.now())
  const { cinemaLinkId } = probe.cinema
  const { cardNumber } = card
  const request = { cinemaLinkId, cardNumber, startDate: today, endDate: today }
  return { card, answer: await probe.ask(api, request) }
}
