import { expect, test } from 'vitest'
import { decryptCardPassword } from './card-cipher.ts'
import { createMovieCloud } from './gateway.ts'
import type { MovieCloud } from './gateway-types.ts'
import { always, envelope } from './test-support/answering-server.ts'
import { type AskCloud, ask, cards, cinemaId, sectionId, show, unproven } from './test-support/ask-gateway.ts'
import { cloudThat } from './test-support/cloud-that.ts'

const calls = {
  memberCard: (cloud: MovieCloud) => cloud.memberCard({ cinemaId, number: '681' }),
  cardBalance: (cloud: MovieCloud) => cloud.cardBalance({ cinemaId, number: '681', password: 'sealed+' }),
  cardPrice: (cloud: MovieCloud) => cloud.cardPrice(show, { number: '681', sectionId }),
  cardAllowance: (cloud: MovieCloud) => cloud.cardAllowance(show, { number: '681', sectionId }),
  benefitCard: (cloud: MovieCloud) => cloud.benefitCard({ number: '1605' }),
} satisfies Record<string, AskCloud>

test.each<[call: keyof typeof calls, what: string, answer: unknown]>([
  ['memberCard', 'of another card', { cardNumber: '682' }],
  ['cardBalance', 'of another card', { cardNumber: '682', balance: '1.00' }],
  ['benefitCard', 'of another card', { benefitCardNumber: '1606', benefitPolicyCode: '1' }],
  ['benefitCard', 'without a policy', { benefitCardNumber: '1605' }],
])('%s: an answer %s proves nothing', async (call, _, answer) => {
  const asking: AskCloud = calls[call]
  expect(await ask(answer, asking)).toEqual(unproven)
})

const adult = { ticketType: '成人票', isCardDiscount: true, price: '80.00', maxTickets: 9999 }
const student = { ...adult, ticketType: '学生票', price: '50.00' }
test.each<[call: keyof typeof calls, what: string, answer: unknown, value: unknown]>([
  [
    'memberCard',
    'in order',
    { gradeType: 'V', cardStatus: 'N', avaiFlag: true },
    { paysBy: 'balance', usable: true },
  ],
  ['memberCard', 'by times', { gradeType: 'T' }, { paysBy: 'times', usable: true }],
  ['memberCard', 'that was lost', { cardStatus: 'R' }, { paysBy: 'balance', usable: false }],
  ['memberCard', 'of tomorrow’s state', { cardStatus: 'Q' }, { paysBy: 'balance', usable: false }],
  [
    'memberCard',
    'not available',
    { cardStatus: 'N', avaiFlag: 'false' },
    { paysBy: 'balance', usable: false },
  ],
  ['cardBalance', 'of money', { balance: '10990.0', availableTimes: 0 }, { balanceFen: 1_099_000, times: 0 }],
  ['cardBalance', 'overdrawn', { balance: '-3.50' }, { balanceFen: 0 }],
  ['cardBalance', 'of times', { availableTimes: '8' }, { times: 8 }],
  [
    'cardAllowance',
    'that ran out',
    [{ maxDiscountTickets: -1, calculatePerTicketTimes: 2 }],
    { tickets: 0, timesPerTicket: 2 },
  ],
  [
    'cardPrice',
    'of several kinds is the first',
    [{ maxDiscountTickets: 6, tickets: [adult, student] }],
    { tickets: 6, ticketFen: 8000 },
  ],
  [
    'cardPrice',
    'for fewer of the kind',
    { maxDiscountTickets: 6, tickets: [{ ...adult, maxTickets: 2 }] },
    { tickets: 2, ticketFen: 8000 },
  ],
  [
    'cardPrice',
    'that is everybody’s',
    { maxDiscountTickets: 0, tickets: [{ ...adult, isCardDiscount: false }] },
    { tickets: 0 },
  ],
  ['cardPrice', 'without a limit', { tickets: [{ isCardDiscount: 'Y', price: '1' }] }, { ticketFen: 100 }],
  [
    'benefitCard',
    'without limits',
    { benefitPolicyCode: 16, cardStatus: 'N' },
    { policyCode: '16', usable: true },
  ],
  [
    'benefitCard',
    'with limits, stopped',
    {
      benefitPolicyCode: '16',
      cardStatus: 'S',
      eachShowDiscountTickets: 2,
      availableDiscountTickets: 96,
      availableDailyDiscountTickets: '4',
    },
    { policyCode: '16', usable: false, perShow: 2, ticketsLeft: 96, ticketsLeftToday: 4 },
  ],
])('%s %s', async (call, _, answer, value) => {
  const { client } = await cloudThat(always(envelope({ data: answer })))
  const asking: AskCloud = calls[call]
  expect(await asking(createMovieCloud(client, cards))).toEqual({ kind: 'done', value })
})

test('a card’s password is sealed with the channel’s key, each time with another iv', async () => {
  const { client } = await cloudThat(always(envelope({ data: null })))
  const ivs = ['YKSE1234YKSE1234', 'abcdefgh12345678']
  const cloud = createMovieCloud(client, { cardKey: 'a-card-key', iv: () => ivs.pop() ?? '' })
  const sealed = [cloud.sealCardPassword('123456'), cloud.sealCardPassword('123456')]
  expect(new Set(sealed).size).toBe(2)
  expect(sealed.map(text => decryptCardPassword(text, 'a-card-key'))).toEqual(['123456', '123456'])
})
