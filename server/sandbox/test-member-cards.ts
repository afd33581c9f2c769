import { z } from 'zod'
import { encipher } from './test-cards.ts'
import { dataOf } from './test-client.ts'
import type { TestCloud } from './test-cloud.ts'

/** A second channel, which must not see what the first one does. */
export const other = { channelCode: 'OTHER', secret: 'other-secret', cardKey: 'other-key', name: '另一家' }
export const asOther = { channel: other.channelCode, secret: other.secret }
/** Every card of the sandbox opens with it. */
export const password = encipher('123456')

const Balance = z.strictObject({
  cardNumber: z.string(),
  cinemaLinkId: z.string(),
  balance: z.string().optional(),
  availableTimes: z.int().optional(),
  accumulationPoints: z.string(),
  tradePoints: z.string(),
})
/** What a card holds, asked as its owner. */
export const balanceOf = async (cloud: TestCloud, cardNumber: string, cinemaLinkId = '681') =>
  dataOf(await cloud.ask('card.queryBalance', { cinemaLinkId, cardNumber, cardPassword: password }), Balance)

const Detail = z.strictObject({
  cardNumber: z.string(),
  cinemaLinkId: z.string(),
  gradeId: z.string(),
  gradeDesc: z.string(),
  gradeType: z.enum(['V', 'A', 'G', 'T']),
  cardStatus: z.enum(['N', 'R', 'G', 'C', 'T', 'U']),
  chargeType: z.enum(['C', 'B']),
  minAmount: z.string(),
  minReChargeTimes: z.int().optional(),
  validateDate: z.iso.date(),
  cardUserName: z.string().optional(),
  mobile: z.string(),
  idCard: z.string().optional(),
  idType: z.string().optional(),
  address: z.string().optional(),
  avaiFlag: z.boolean(),
  birthdate: z.string().optional(),
  email: z.string().optional(),
  registerDate: z.iso.date(),
  gender: z.string().optional(),
  rechargeTimes: z.int(),
  consumptionTimes: z.int(),
})
/** A card and its owner. */
export const detailOf = async (cloud: TestCloud, cardNumber: string, cinemaLinkId = '681') =>
  dataOf(await cloud.ask('card.getCardDetail', { cinemaLinkId, cardNumber }), Detail)
