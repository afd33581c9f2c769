import { expect, test } from 'vitest'
import { HallId } from '#contract/ids.ts'
import type { MovieCloud } from './gateway-types.ts'
import {
  type AskCloud,
  ask,
  cinemaId,
  seatIds,
  seats,
  sectionId,
  show,
  unproven,
} from './test-support/ask-gateway.ts'

const hallId = HallId.parse('14')

const calls = {
  shows: (cloud: MovieCloud) => cloud.shows({ cinemaId, from: '2026-11-23', to: '2026-11-24' }),
  hallPlans: (cloud: MovieCloud) => cloud.hallPlans({ cinemaId, hallId }),
  showAreas: (cloud: MovieCloud) => cloud.showAreas(show),
  soldSeats: (cloud: MovieCloud) => cloud.soldSeats(show, sectionId),
  lockSeats: (cloud: MovieCloud) => cloud.lockSeats(show, { lockRequestId: 'ours', seatIds }),
  releaseSeats: (cloud: MovieCloud) => cloud.releaseSeats({ cinemaId, lockId: 'L1' }),
  goods: (cloud: MovieCloud) => cloud.goods({ cinemaId }),
} satisfies Record<string, AskCloud>

const plan = { cinemaLinkId: '681', hallId: '14', seatPlanList: [] }

test.each<[call: keyof typeof calls, what: string, answer: unknown]>([
  ['shows', 'of another cinema', [{ cinemaLinkId: '682', scheduleId: '7' }]],
  ['hallPlans', 'of another cinema', { ...plan, cinemaLinkId: '682' }],
  ['hallPlans', 'of another hall', { ...plan, hallId: '15' }],
  ['showAreas', 'of another show', { scheduleId: '8', sectionAreas: [] }],
  ['showAreas', 'of another cinema', { cinemaLinkId: '682', sectionAreas: [] }],
  ['soldSeats', 'of another show', { scheduleId: '8', sectionList: [] }],
  ['soldSeats', 'of another section alone', { sectionList: [{ sectionId: '02', seats }] }],
  ['lockSeats', 'to another request', { lockOrderId: 'L1', outLockId: 'theirs', seats }],
  ['lockSeats', 'with a seat too few', { lockOrderId: 'L1', seats: seats.slice(1) }],
  ['lockSeats', 'with another seat', { lockOrderId: 'L1', seats: [seats[0], { seatId: '01-B-01' }] }],
  ['lockSeats', 'with one seat twice', { lockOrderId: 'L1', seats: [seats[0], seats[0]] }],
  ['releaseSeats', 'of another lock', { lockOrderId: 'L2' }],
  ['releaseSeats', 'of another cinema', { cinemaLinkId: '682', lockOrderId: 'L1' }],
  ['goods', 'of another cinema', { cinemaLinkId: '682', goodsList: [] }],
  [
    'soldSeats',
    'with an id that none of ours can be',
    { sectionList: [{ sectionId: '01', seats: [{ seatId: 'x'.repeat(81) }] }] },
  ],
])('%s: an answer %s proves nothing', async (call, _, answer) => {
  const asking: AskCloud = calls[call]
  expect(await ask(answer, asking)).toEqual(unproven)
})

test('goods are sold at the settle price, else at the cinema’s own; what has none is left out', async () => {
  const goods = [
    { goodsId: 1, name: '爆米花', salePrice: '22.00', settlePrice: '18', desc: '现爆', isDiscount: 'Y' },
    { goodsId: '2', name: '套餐', standardPrice: '37.5', isPackage: 'true', isDiscount: 'N' },
    { goodsId: '3', name: '无价' },
    { goodsId: '4', salePrice: '1.00' },
  ]
  expect(await ask({ maxBuyCount: 10, goodsList: goods }, calls.goods)).toEqual({
    kind: 'done',
    value: {
      maxCount: 10,
      goods: [
        {
          goodsId: '1',
          name: '爆米花',
          description: '现爆',
          isPackage: false,
          unitFen: 1800,
          cardDiscount: true,
        },
        { goodsId: '2', name: '套餐', isPackage: true, unitFen: 3750, cardDiscount: false },
      ],
    },
  })
})

test('a seat with an unknown letter is an ordinary one, unless the letter may mean damaged', async () => {
  const seat = { seatId: 's', rowId: 'A', columnId: '1', x: 1, y: 1 }
  const plans = [
    { sections: [{ sectionId: '01', seats: [{ ...seat, type: 'Q' }, { ...seat, damage: 'Q' }, seat] }] },
  ]
  const outcome = await ask({ seatPlanList: plans }, calls.hallPlans)
  const found = outcome.kind === 'done' ? outcome.value[0]?.sections[0]?.seats : undefined
  expect(found?.map(({ type, damaged }) => [type, damaged])).toEqual([
    ['N', false],
    ['N', true],
    ['N', false],
  ])
})

test('shows that cannot be sold are left out, the others stay', async () => {
  const good = {
    scheduleId: '7',
    scheduleKey: 'KEY',
    hallId: '14',
    showDateTime: '2026-11-23 19:30:00',
    standardPrice: '90.00',
    saleStatus: 'Y',
    film: { filmCode: 'F' },
    benefitCardPrices: [
      { benefitPolicyCode: 16, benefitPayPrice: '30', eachShowDiscountTickets: '2' },
      { benefitPolicyCode: '17', benefitPayPrice: '37.00' },
    ],
  }
  const { film, ...noFilm } = good
  const { showDateTime, ...noTime } = good
  const { standardPrice, ...noPrice } = good
  const { scheduleKey, ...noKey } = good
  const answer = [noFilm, noTime, noPrice, noKey, good, { ...good, scheduleId: '8', saleStatus: 'X' }]
  const outcome = await ask(answer, calls.shows)
  expect(outcome.kind === 'done' && outcome.value.map(s => [s.scheduleId, s.onSale, s.standardFen])).toEqual([
    ['7', true, 9000],
    ['8', false, 9000],
  ])
  expect(outcome.kind === 'done' && outcome.value[0]?.benefitPrices).toEqual([
    { policyCode: '16', ticketFen: 3000, perShow: 2 },
    { policyCode: '17', ticketFen: 3700 },
  ])
})
