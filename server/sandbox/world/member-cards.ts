/** A member card as the sandbox's data begins; days count from the first day. */
export interface MemberCardDesign {
  cardNumber: string
  cinemaLinkId: string
  gradeId: string
  password: string
  /** Specification 7.7.4: normal, reported lost, exchanged, cancelled; "expired" and "used up" follow from the rest. */
  status: 'N' | 'R' | 'G' | 'C'
  balanceFen: number
  times: number
  /** In hundredths of a point, as money is in fen. */
  points: number
  registeredDaysAgo: number
  validDays: number
  userName: string
  mobile: string
  idCard: string
  gender: '男' | '女'
  birthdate: string
}

const ordinary = {
  cinemaLinkId: '681',
  gradeId: '2823',
  password: '123456',
  status: 'N',
  balanceFen: 500_00,
  times: 0,
  points: 120_00,
  registeredDaysAgo: 200,
  validDays: 400,
  userName: '林知夏',
  mobile: '13800138000',
  idCard: '440105199001010026',
  gender: '女',
  birthdate: '1990-01-01',
} as const

/** Every grade has a card, and every state that a card can be in; their owners are made up. */
export const memberCards: readonly MemberCardDesign[] = [
  {
    ...ordinary,
    cardNumber: '5816100001',
    cinemaLinkId: '58',
    gradeId: '9',
    balanceFen: 10_890_00,
    points: 1310_00,
    userName: '杜拉拉',
    mobile: '15618170000',
    idCard: '410111198901020203',
    birthdate: '1989-01-02',
  },
  { ...ordinary, cardNumber: '5816100002', cinemaLinkId: '58', gradeId: '2829', balanceFen: 20_00 },
  { ...ordinary, cardNumber: '5816100003', cinemaLinkId: '58', gradeId: '2830', balanceFen: 0, times: 8 },
  { ...ordinary, cardNumber: '68116100001' },
  { ...ordinary, cardNumber: '68116100002', gradeId: '2824', balanceFen: 35_50, points: 0 },
  { ...ordinary, cardNumber: '68116100003', gradeId: '2825', balanceFen: 0, times: 10 },
  { ...ordinary, cardNumber: '68116100004', gradeId: '2825', balanceFen: 0, times: 1 },
  { ...ordinary, cardNumber: '68116100005', gradeId: '2826', balanceFen: 300_00 },
  { ...ordinary, cardNumber: '68116100006', gradeId: '2827', balanceFen: 100_00 },
  { ...ordinary, cardNumber: '68116100007', gradeId: '2827', balanceFen: 0 },
  { ...ordinary, cardNumber: '68116100008', status: 'R' },
  { ...ordinary, cardNumber: '68116100009', status: 'C', balanceFen: 0 },
  { ...ordinary, cardNumber: '68116100010', validDays: -1 },
  { ...ordinary, cardNumber: '68116100011', gradeId: '2824', validDays: -30 },
  { ...ordinary, cardNumber: '68116100012', status: 'G', balanceFen: 0 },
  { ...ordinary, cardNumber: '11216100001', cinemaLinkId: '112', gradeId: '1120' },
  { ...ordinary, cardNumber: '9216100001', cinemaLinkId: '92', gradeId: '920', balanceFen: 1000_00 },
]
