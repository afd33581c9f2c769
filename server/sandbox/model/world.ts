/* What the cinemas are: learnt from the interfaces that tell it, and the little that none of them tells. */

export interface Seat {
  seatId: string
  sectionId: string
  rowId: string
  columnId: string
  type: string
  damaged: boolean
  /** The other half of a couple seat. */
  partnerId?: string
}

export interface Goods {
  goodsId: string
  isPackage: boolean
  standardFen: number
  settleFen?: number
  discountable: boolean
}

export type HallDiscount =
  | { type: 'R'; percent: number }
  | { type: 'A'; offFen: number }
  | { type: 'B'; fen: number }
  | { type: 'T'; times: number }

/** Specification 7.1.4. */
export interface Grade {
  gradeId: string
  type: string
  goodsPercent?: number
  perDay: number
  perShow: number
  leastFen: number
  costFen: number
  memberFen: number
  validMonths: number
  /** From so much on a recharge revives an expired card; absent: never. */
  extendsFromFen?: number
  halls: ReadonlyMap<string, HallDiscount>
}

export interface House {
  cinemaLinkId: string
  cityCode: string
  /** Minutes; absent: nothing is taken back. */
  refundBefore?: number
  refundLimit?: number
  hallTypes: ReadonlyMap<string, string>
  /** Absent: it sells no goods through partners. */
  menu?: { maxBuyCount: number; goods: ReadonlyMap<string, Goods> }
  grades: ReadonlyMap<string, Grade>
  unspoken: Unspoken
}

export interface Show {
  scheduleId: string
  scheduleKey: string
  cinemaLinkId: string
  hallId: string
  day: string
  startsAt: number
  stopsAt: number
  /** Whether the cinema has taken it off sale; nobody can tell before its sale has begun. */
  stopped: boolean | 'unknown'
  standardFen: number
  lowestFen: number
  settleFen?: number
  feeFen?: number
  feeType: string
  filmCode: string
  shortName: string
  /** By policy. */
  benefitFen: ReadonlyMap<string, number>
  seats: ReadonlyMap<string, Seat>
  sectionIds: readonly string[]
  /** The settle prices of the seats that lie in areas. */
  areaFen: ReadonlyMap<string, number>
  /** Sold at the cinema's own till before we came. */
  till: ReadonlySet<string>
}

/** Specification 8.2.4. */
export interface Policy {
  policyCode: string
  name: string
  perDay?: number
  perShow?: number
  inAll?: number
  registerFen: number
  validDays: number
  state: 'enable' | 'disable' | 'expired' | 'pending'
  renewal?: { fen: number; days: number; tickets?: number }
  cinemaLinkIds: readonly string[]
}

/** A cinema's own settings that partners meet only when they break them. */
export interface Unspoken {
  seatsPerLock: number
  presaleDays: number
  refundAfterMinutes: number
  /** Still known to the cinema, no longer sold. */
  offSale: readonly string[]
  emptyPackages: readonly string[]
  /** Grades that it gives out no more cards of. */
  withoutBlanks: readonly string[]
}

const nothingSpecial: Unspoken = {
  seatsPerLock: 6,
  presaleDays: 7,
  refundAfterMinutes: 0,
  offSale: [],
  emptyPackages: [],
  withoutBlanks: [],
}

export const unspoken: Readonly<Record<string, Unspoken>> = {
  '681': {
    ...nothingSpecial,
    seatsPerLock: 8,
    offSale: ['1799'],
    emptyPackages: ['1798'],
    withoutBlanks: ['2827'],
  },
  '112': { ...nothingSpecial, offSale: ['3199'], withoutBlanks: ['1121'] },
  '92': { ...nothingSpecial, offSale: ['1790'] },
  '58': { ...nothingSpecial, seatsPerLock: 4, presaleDays: 5 },
  '206': { ...nothingSpecial, offSale: ['5199'] },
  '7788': { ...nothingSpecial, presaleDays: 4, refundAfterMinutes: 10 },
}

/** Policies that no list names: what is known of them is that their cards cannot be sold. */
const unlisted = { registerFen: 0, validDays: 0, cinemaLinkIds: [] }
export const unlistedPolicies: readonly Policy[] = [
  { ...unlisted, policyCode: '100002', name: '开业纪念卡', state: 'expired' },
  { ...unlisted, policyCode: '100020', name: '校园卡', state: 'pending' },
]

export const passwordAtFirst = '123456'

/** The cards that the sandbox begins with; all of them open with it. */
export const memberCardsAtFirst: readonly { cinemaLinkId: string; cardNumber: string }[] = [
  ...['5816100001', '5816100002', '5816100003'].map(cardNumber => ({ cinemaLinkId: '58', cardNumber })),
  ...Array.from({ length: 12 }, (_, index) => ({
    cinemaLinkId: '681',
    cardNumber: `681161000${String(index + 1).padStart(2, '0')}`,
  })),
  { cinemaLinkId: '112', cardNumber: '11216100001' },
  { cinemaLinkId: '92', cardNumber: '9216100001' },
]
export const benefitCardsAtFirst = [2, 3, 4, 5, 6, 7, 8, 9].map(last => `16052794700000000${last}`)
