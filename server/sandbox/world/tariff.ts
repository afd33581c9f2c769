import type { AreaRule } from './areas.ts'
import { beijingHour } from './beijing-hour.ts'
import type { PriceKind } from './hall.ts'
import type { Showing } from './timetable.ts'
import type { Cinema, Hall } from './world.ts'

/** What a show costs, all in fen. */
export interface Tariff {
  standardFen: number
  lowestFen: number
  settleFen?: number
  feeFen?: number
  areaPrices: { code: string; name: string; settleFen: number }[]
}

const lowestBySize = { NORMAL: 2500, DMAX: 3000, IMAX: 3500 }
/** Glasses and moving seats cost more, also at the least. */
const extraFen = { '2D': 0, '3D': 500, '4D': 1000 }

/** The price of a showing: mornings and nights are cheaper, weekends dearer. */
export function tariff(cinema: Cinema, hall: Hall, showing: Showing, kind: PriceKind): Tariff {
  const extra = extraFen[showing.dimensional]
  const standardFen = wholeYuan((hall.priceFen + extra) * timeFactor(showing.startsAt))
  const lowestFen = lowestBySize[hall.size] + extra
  const settle = (area: Pick<AreaRule, 'ofStandard'>) =>
    Math.max(lowestFen, halfYuan(standardFen * area.ofStandard))
  return {
    standardFen,
    lowestFen,
    ...(kind === 'channel' ? {} : { settleFen: settle({ ofStandard: 0.75 }) }),
    ...(kind === 'channel' && !cinema.feeOnChannelPrice ? {} : { feeFen: cinema.fee.fen }),
    areaPrices:
      kind === 'area'
        ? hall.areas.map(area => ({ code: area.code, name: area.name, settleFen: settle(area) }))
        : [],
  }
}

function timeFactor(startsAt: number): number {
  const { hour, weekday } = beijingHour(startsAt)
  const weekend = weekday === 0 || weekday === 6 ? 1.1 : 1
  if (hour < 6 || hour >= 23) return 0.8 * weekend
  if (hour < 12) return 0.7 * weekend
  return (hour < 17 ? 0.85 : 1) * weekend
}

const wholeYuan = (fen: number) => Math.round(fen / 100) * 100
const halfYuan = (fen: number) => Math.round(fen / 50) * 50
