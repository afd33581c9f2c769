import { z } from 'zod'
import { dataOf } from '../test-client.ts'
import type { TestCloud } from '../test-cloud.ts'
import type { Books } from './books.ts'
import { cipherInto } from './commands/desk.ts'
import { learnCinema } from './learn-cinema.ts'
import type { Run } from './run.ts'
import { fen } from './verdict.ts'
import {
  benefitCardsAtFirst,
  memberCardsAtFirst,
  type Policy,
  passwordAtFirst,
  unlistedPolicies,
  unspoken,
} from './world.ts'

const Cinemas = z.array(
  z.looseObject({
    cinemaLinkId: z.string(),
    cityCode: z.string(),
    refundBeforeTime: z.string().optional(),
    refundLimitCount: z.string().optional(),
    halls: z.array(z.looseObject({ hallId: z.string(), type: z.string() })),
  }),
)

const Policies = z.array(
  z.looseObject({
    benefitPolicyCode: z.string(),
    benefitPolicyName: z.string(),
    dailyDiscountTickets: z.int().optional(),
    eachShowDiscountTickets: z.int().optional(),
    totalDiscountTickets: z.int().optional(),
    registerAmount: z.string(),
    validDays: z.int(),
    policyStatus: z.enum(['enable', 'disable']),
    renewAmount: z.string().optional(),
    addValidDays: z.int().optional(),
    renewDiscountTickets: z.int().optional(),
    cinemas: z.array(z.object({ cinemaLinkId: z.string() })),
  }),
)

const MemberDetail = z.looseObject({
  gradeId: z.string(),
  cardStatus: z.enum(['N', 'R', 'G', 'C', 'T', 'U']),
  validateDate: z.string(),
})
const Balance = z.looseObject({
  balance: z.string().optional(),
  availableTimes: z.int().optional(),
  accumulationPoints: z.string(),
  tradePoints: z.string(),
})
const BenefitDetail = z.looseObject({
  benefitPolicyCode: z.string(),
  mobile: z.string(),
  cardStatus: z.enum(['N', 'T', 'S']),
  endDate: z.string(),
  availableDiscountTickets: z.int().optional(),
})

/** Reads everything there is to know before the first sale, as a partner would. Shows are learnt when they are met. */
export async function learn({ cloud, books }: Pick<Run, 'cloud' | 'books'>): Promise<void> {
  const cardPassword = cipherInto(books, cloud.sandbox)(passwordAtFirst)
  for (const cinema of dataOf(await cloud.ask('cinema.getCinemas', {}), Cinemas)) {
    const own = unspoken[cinema.cinemaLinkId]
    if (!own) throw new Error(`the model does not know cinema ${cinema.cinemaLinkId}`)
    const { cinemaLinkId, cityCode, refundBeforeTime, refundLimitCount, halls } = cinema
    books.houses.set(cinemaLinkId, {
      cinemaLinkId,
      cityCode,
      ...(refundBeforeTime === undefined ? {} : { refundBefore: Number(refundBeforeTime) }),
      ...(refundLimitCount === undefined ? {} : { refundLimit: Number(refundLimitCount) }),
      hallTypes: new Map(halls.map(({ hallId, type }) => [hallId, type])),
      ...(await learnCinema(cloud, cinemaLinkId)),
      unspoken: own,
    })
  }
  const listed = dataOf(await cloud.ask('benefitCard.getPolicyList', {}), Policies).map(asPolicy)
  for (const policy of [...listed, ...unlistedPolicies]) books.policies.set(policy.policyCode, policy)
  for (const { cinemaLinkId, cardNumber } of memberCardsAtFirst)
    await learnMemberCard(cloud, books, { cinemaLinkId, cardNumber }, cardPassword)
  for (const cardNumber of benefitCardsAtFirst) await learnBenefitCard(cloud, books, cardNumber)
}

function asPolicy(policy: z.infer<typeof Policies>[number]): Policy {
  const { dailyDiscountTickets, eachShowDiscountTickets, totalDiscountTickets } = policy
  const { renewAmount, addValidDays = 0, renewDiscountTickets } = policy
  return {
    policyCode: policy.benefitPolicyCode,
    name: policy.benefitPolicyName,
    ...(dailyDiscountTickets === undefined ? {} : { perDay: dailyDiscountTickets }),
    ...(eachShowDiscountTickets === undefined ? {} : { perShow: eachShowDiscountTickets }),
    ...(totalDiscountTickets === undefined ? {} : { inAll: totalDiscountTickets }),
    registerFen: fen(policy.registerAmount),
    validDays: policy.validDays,
    state: policy.policyStatus,
    ...(renewAmount === undefined
      ? {}
      : {
          renewal: {
            fen: fen(renewAmount),
            days: addValidDays,
            ...(renewDiscountTickets === undefined ? {} : { tickets: renewDiscountTickets }),
          },
        }),
    cinemaLinkIds: policy.cinemas.map(({ cinemaLinkId }) => cinemaLinkId),
  }
}

async function learnMemberCard(
  cloud: TestCloud,
  books: Books,
  card: { cinemaLinkId: string; cardNumber: string },
  cardPassword: string,
) {
  const detail = dataOf(await cloud.ask('card.getCardDetail', card), MemberDetail)
  const answer = await cloud.ask('card.queryBalance', { ...card, cardPassword })
  const holds = dataOf(answer, Balance)
  const owner: Record<string, string> = {}
  for (const name of ['mobile', 'cardUserName', 'idCard', 'birthdate', 'gender']) {
    const value = detail[name]
    if (typeof value === 'string') owner[name] = value
  }
  books.memberCards.set(card.cardNumber, {
    ...card,
    gradeId: detail.gradeId,
    password: passwordAtFirst,
    // Expired and used up follow from the rest.
    mark: detail.cardStatus === 'T' || detail.cardStatus === 'U' ? 'N' : detail.cardStatus,
    validUntil: detail.validateDate,
    owner,
    opening: {
      fen: fen(holds.balance ?? '0'),
      times: holds.availableTimes ?? 0,
      ever: fen(holds.accumulationPoints),
      left: fen(holds.tradePoints),
    },
    entries: [],
  })
}

async function learnBenefitCard(cloud: TestCloud, books: Books, cardNumber: string) {
  const asked = await cloud.ask('benefitCard.getCardDetail', { benefitCardNumber: cardNumber })
  const detail = dataOf(asked, BenefitDetail)
  books.benefitCards.set(cardNumber, {
    cardNumber,
    policyCode: detail.benefitPolicyCode,
    mobile: detail.mobile,
    stopped: detail.cardStatus === 'S',
    endDate: detail.endDate,
    ...(detail.availableDiscountTickets === undefined
      ? {}
      : { ticketsGiven: detail.availableDiscountTickets }),
    uses: [],
  })
}
