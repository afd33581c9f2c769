/** A kind of benefit card (specification 8.2.4). Limits that are absent do not exist. */
export interface BenefitPolicy {
  policyCode: string
  name: string
  description: string
  /**
   * Disabled and expired ones sell and renew no cards, and the cards out there stay good (8.2.4). A pending one waits
   * for its approval: it is in no list, and its cards are good for nothing until then.
   */
  state: 'enabled' | 'disabled' | 'expired' | 'pending'
  ticketsPerDay?: number
  ticketsPerShow?: number
  ticketsInAll?: number
  registerFen: number
  validDays: number
  renewal?: { fen: number; days: number; tickets?: number }
  /** How much a ticket costs less. */
  offFen: number
  cinemaLinkIds: readonly string[]
}

export const benefitPolicies: readonly BenefitPolicy[] = [
  {
    policyCode: '100016',
    name: '光影联名卡',
    description: '每张票立减 15 元，每场 2 张，全年 100 张。',
    state: 'enabled',
    ticketsPerDay: 4,
    ticketsPerShow: 2,
    ticketsInAll: 100,
    registerFen: 120_00,
    validDays: 180,
    renewal: { fen: 100_00, days: 180, tickets: 50 },
    offFen: 15_00,
    cinemaLinkIds: ['681', '58', '92'],
  },
  {
    policyCode: '100017',
    name: '周末轻享卡',
    description: '每张票立减 8 元，不限张数；期满另购。',
    state: 'enabled',
    registerFen: 30_00,
    validDays: 30,
    offFen: 8_00,
    cinemaLinkIds: ['681', '112'],
  },
  {
    policyCode: '100018',
    name: '两张体验卡',
    description: '免费领取，共 2 张票。',
    state: 'enabled',
    ticketsInAll: 2,
    registerFen: 0,
    validDays: 7,
    renewal: { fen: 9_90, days: 7, tickets: 2 },
    offFen: 10_00,
    cinemaLinkIds: ['681', '206', '7788'],
  },
  {
    policyCode: '100004',
    name: '老友卡',
    description: '已停止发行。',
    state: 'disabled',
    ticketsPerDay: 2,
    registerFen: 10_00,
    validDays: 365,
    renewal: { fen: 10_00, days: 365 },
    offFen: 12_00,
    cinemaLinkIds: ['681'],
  },
  {
    policyCode: '100002',
    name: '开业纪念卡',
    description: '开业时发行。',
    state: 'expired',
    registerFen: 10_00,
    validDays: 365,
    renewal: { fen: 10_00, days: 365 },
    offFen: 5_00,
    cinemaLinkIds: ['681'],
  },
  {
    policyCode: '100020',
    name: '校园卡',
    description: '等待审核。',
    state: 'pending',
    registerFen: 20_00,
    validDays: 120,
    offFen: 10_00,
    cinemaLinkIds: ['681'],
  },
]

export const policyOf = (policyCode: string): BenefitPolicy | undefined =>
  benefitPolicies.find(policy => policy.policyCode === policyCode)

/** A benefit card as the sandbox's data begins; days count from the first day. */
export interface BenefitCardDesign {
  cardNumber: string
  policyCode: string
  mobile: string
  stopped: boolean
  registeredDaysAgo: number
  validDays: number
  /** Absent where the policy has no limit in all. */
  ticketsLeft?: number
}

const ordinary = { mobile: '13800138000', stopped: false, registeredDaysAgo: 20, validDays: 160 } as const

/** Their owners are made up. */
export const benefitCards: readonly BenefitCardDesign[] = [
  { ...ordinary, cardNumber: '160527947000000002', policyCode: '100016', ticketsLeft: 96 },
  {
    ...ordinary,
    cardNumber: '160527947000000003',
    policyCode: '100016',
    mobile: '13800138001',
    ticketsLeft: 1,
  },
  {
    ...ordinary,
    cardNumber: '160527947000000004',
    policyCode: '100016',
    mobile: '13800138002',
    ticketsLeft: 40,
    validDays: -1,
  },
  {
    ...ordinary,
    cardNumber: '160527947000000005',
    policyCode: '100016',
    mobile: '13800138003',
    ticketsLeft: 40,
    stopped: true,
  },
  { ...ordinary, cardNumber: '160527947000000006', policyCode: '100017' },
  { ...ordinary, cardNumber: '160527947000000007', policyCode: '100004' },
  { ...ordinary, cardNumber: '160527947000000008', policyCode: '100002' },
  { ...ordinary, cardNumber: '160527947000000009', policyCode: '100020' },
]
