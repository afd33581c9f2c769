/** Specification 7.1.4: V stored value, A benefits, G gift card, T a number of times. */
export type GradeType = 'V' | 'A' | 'G' | 'T'

/**
 * What a grade is worth in a kind of hall (7.1.4): R so many percent of the price, A so many fen off it, B that price
 * in fen, T so many times a ticket.
 */
export type HallDiscount = { hallType: 'N' | 'I' | 'Y' } & (
  | { type: 'R'; percent: number }
  | { type: 'A'; offFen: number }
  | { type: 'B'; fen: number }
  | { type: 'T'; times: number }
)

export interface CardGrade {
  gradeId: string
  name: string
  type: GradeType
  /** Percent of the price of goods; absent: none off. */
  goodsPercent?: number
  ticketsPerDay: number
  ticketsPerShow: number
  /** The least that can be added; cards by times are filled in multiples of it. */
  leastFen: number
  /** What `leastFen` buys on a card by times. */
  timesForLeast?: number
  cardCostFen: number
  memberFeeFen: number
  validMonths: number
  /** From so much on a recharge extends the card, even when it had run out; absent: never. */
  extendsFromFen?: number
  /** Whether the cinema has blank cards to give out online (CARD_NO_PRECARD_ERROR). */
  blanks: boolean
  halls: readonly HallDiscount[]
}

const percentIn = (percent: number, halls = ['N', 'I', 'Y'] as const): HallDiscount[] =>
  halls.map(hallType => ({ hallType, type: 'R', percent }))

const stored = {
  type: 'V',
  ticketsPerDay: 10,
  ticketsPerShow: 4,
  leastFen: 100_00,
  cardCostFen: 10_00,
  memberFeeFen: 0,
  validMonths: 24,
  blanks: true,
} as const

const byTimes = {
  type: 'T',
  ticketsPerDay: 6,
  ticketsPerShow: 3,
  leastFen: 300_00,
  timesForLeast: 10,
  cardCostFen: 0,
  memberFeeFen: 0,
  validMonths: 12,
  blanks: true,
} as const

/** The grades of the cinemas by their cinemaLinkId; a cinema without any has no member cards. */
export const cardGrades: Readonly<Record<string, readonly CardGrade[]>> = {
  '681': [
    {
      ...stored,
      gradeId: '2823',
      name: '金卡',
      goodsPercent: 80,
      extendsFromFen: 500_00,
      halls: percentIn(80),
    },
    { ...stored, gradeId: '2824', name: '银卡', goodsPercent: 90, halls: percentIn(90) },
    {
      ...byTimes,
      gradeId: '2825',
      name: '十次卡',
      halls: [
        { hallType: 'N', type: 'T', times: 1 },
        { hallType: 'I', type: 'T', times: 2 },
      ],
    },
    {
      ...stored,
      gradeId: '2826',
      name: '会员权益卡',
      type: 'A',
      memberFeeFen: 199_00,
      validMonths: 12,
      halls: [
        { hallType: 'N', type: 'A', offFen: 10_00 },
        { hallType: 'I', type: 'A', offFen: 15_00 },
        { hallType: 'Y', type: 'A', offFen: 20_00 },
      ],
    },
    { ...stored, gradeId: '2827', name: '礼品卡', type: 'G', cardCostFen: 0, blanks: false, halls: [] },
  ],
  '112': [
    {
      ...stored,
      gradeId: '1120',
      name: '云汀会员',
      goodsPercent: 85,
      leastFen: 200_00,
      extendsFromFen: 0,
      halls: [
        { hallType: 'N', type: 'B', fen: 39_00 },
        { hallType: 'Y', type: 'A', offFen: 20_00 },
      ],
    },
    { ...stored, gradeId: '1121', name: '纪念卡（已停发）', blanks: false, halls: percentIn(75) },
  ],
  '92': [{ ...stored, gradeId: '920', name: '剧场之友', goodsPercent: 95, halls: percentIn(88) }],
  '58': [
    {
      ...stored,
      gradeId: '9',
      name: '75 折',
      leastFen: 1_00,
      cardCostFen: 100_00,
      memberFeeFen: 100_00,
      validMonths: 10,
      extendsFromFen: 0,
      halls: percentIn(75),
    },
    {
      ...stored,
      gradeId: '2829',
      name: '0001...85 折卡',
      leastFen: 1_00,
      cardCostFen: 100_00,
      memberFeeFen: 100_00,
      validMonths: 12,
      halls: percentIn(85),
    },
    { ...byTimes, gradeId: '2830', name: '青梧次卡', halls: [{ hallType: 'N', type: 'T', times: 1 }] },
  ],
}

/** @returns the cinema's grade of that number; undefined when it has none */
export const gradeOf = (cinemaLinkId: string, gradeId: string): CardGrade | undefined =>
  cardGrades[cinemaLinkId]?.find(grade => grade.gradeId === gradeId)
