import { describe, expect, it } from 'vitest'
import { Hall } from '#contract/hall.ts'
import { SeatId } from '#contract/ids.ts'
import {
  sampleCinema,
  samplePlan,
  sampleSeat,
  sampleShow,
  sectionOne,
  sectionTwo,
} from '../catalog/test-support/sample.ts'
import type { CloudShow, HallPlan, ShowArea } from '../moviecloud/gateway-types.ts'
import { buildHall } from './build-hall.ts'
import { planFor } from './plan.ts'

const area = (name: string, seatIds: string[], sectionId = sectionOne): ShowArea => ({
  sectionId,
  name,
  seatIds: seatIds.map(id => SeatId.parse(id)),
})
const build = (show: Partial<CloudShow>, plan: HallPlan, areas: ShowArea[] = [], cinema = sampleCinema()) =>
  buildHall({ cinema, show: sampleShow(show), plan, areas, maxSeats: 6 })

describe('the hall of a show', () => {
  const plan = samplePlan([
    sampleSeat('A-1'),
    sampleSeat('A-2', { damaged: true }),
    sampleSeat('B-1', { type: 'W' }),
  ])
  const gold = [{ name: '黄金区', settleFen: 11_010 }]

  it('stands in columns as the contract says', () => {
    const hall = build({ settleFen: 4500 }, plan)
    expect(Hall.parse(hall)).toMatchObject({
      showId: '681~18406',
      name: '14号厅',
      sections: [{ id: sectionOne, name: '普通区' }],
      bands: [{ id: 'base', kind: 'base', ticketFen: 4500, feeFen: 300 }],
      seats: {
        id: ['A-1', 'A-2', 'B-1'],
        section: [0, 0, 0],
        band: [0, 0, 0],
        row: ['A', 'A', 'B'],
        column: ['1', '2', '1'],
        x: [1, 2, 1],
        y: [65, 65, 66],
        type: ['N', 'N', 'W'],
        damaged: [1],
      },
    })
  })

  it('gives a seat its area’s price by the area’s name, and every other seat the base price', () => {
    const hall = build({ settleFen: 4500, areaPrices: gold }, plan, [area('黄金区', ['A-1', 'B-1'])])
    expect(hall.bands.map(({ id, ticketFen }) => [id, ticketFen])).toEqual([
      ['area:黄金区', 11_010],
      ['base', 4500],
    ])
    expect(hall.seats.band).toEqual([0, 1, 0])
  })

  it.each([
    ['an area without a price', [area('银区', ['A-1'])]],
    ['an area of another section', [area('黄金区', ['A-1'], sectionTwo)]],
    ['an area of unknown seats', [area('黄金区', ['Z-9'])]],
  ])('lets the seats of %s fall to the base price and names no band that no seat has', (_, areas) => {
    const hall = build({ settleFen: 4500, areaPrices: gold }, plan, areas)
    expect(hall.bands.map(({ id }) => id)).toEqual(['base'])
    expect(hall.seats.band).toEqual([0, 0, 0])
  })

  it('takes an area’s price of nothing for a price', () => {
    const hall = build({ settleFen: 4500, areaPrices: [{ name: '公益', settleFen: 0 }] }, plan, [
      area('公益', ['A-1']),
    ])
    expect(hall.bands[hall.seats.band[0] ?? -1]?.ticketFen).toBe(0)
  })

  it('keeps the seats of sections that share coordinates apart', () => {
    const sections = [
      { id: sectionOne, name: '普通区', seats: [sampleSeat('A-1')] },
      { id: sectionTwo, name: '贵宾区', seats: [sampleSeat('A-1', { id: SeatId.parse('V-A-1') })] },
    ]
    const { seats } = build({}, samplePlan([], { sections }))
    expect([seats.id, seats.section, seats.x]).toEqual([
      ['A-1', 'V-A-1'],
      [0, 1],
      [1, 1],
    ])
  })

  it('caps the fee in Shanghai by each band’s own price', () => {
    const hall = build(
      { settleFen: 3000, feeFen: 1500, areaPrices: gold },
      plan,
      [area('黄金区', ['A-1'])],
      sampleCinema({ cityCode: '310101' }),
    )
    expect(hall.bands.map(({ feeFen }) => feeFen)).toEqual([1200, 600])
  })

  it('has a version that changes with prices and seats and with nothing else', () => {
    const version = (show: Partial<CloudShow>, seats = plan) => build(show, seats).version
    expect(version({})).toBe(version({ scheduleKey: 'another' }))
    expect(version({})).not.toBe(version({ settleFen: 1 }))
    expect(version({})).not.toBe(version({}, samplePlan([sampleSeat('A-1')])))
  })

  it('is still a hall when the plan has no seats', () => {
    expect(Hall.parse(build({}, samplePlan([]))).bands).toHaveLength(1)
  })
})

describe('the plan of a hall', () => {
  const plans = ['2026-11-01', '2026-12-01', '2026-11-20'].map(effectiveFrom =>
    samplePlan([], { effectiveFrom }),
  )

  it.each([
    ['2026-11-23', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['2026-11-19', '2026-11-01'],
    ['2027-01-01', '2026-12-01'],
    ['2026-10-31', undefined],
  ])('on %s is the one of %s', (day, effectiveFrom) => {
    expect(planFor(plans, day)?.effectiveFrom).toBe(effectiveFrom)
  })
})
