import type { LocalDate } from '#contract/time.ts'
import type { AreaRule } from './areas.ts'
import type { SectionDrawing } from './seat-plan.ts'

export type ScreenSize = 'NORMAL' | 'IMAX' | 'DMAX'
export type Dimensional = '2D' | '3D' | '4D'

/**
 * How a show of the hall is priced: `area` by areas and a settle price for the rest, `settle` by a settle price
 * alone, `channel` by the channel's own price, which only has to reach the lowest price (specification 5.3.2).
 */
export type PriceKind = 'area' | 'settle' | 'channel'

export interface HallDesign {
  hallId: string
  name: string
  /** N ordinary, I IMAX, Y VIP (specification 4.1.4). */
  type: 'N' | 'I' | 'Y'
  size: ScreenSize
  dimensionals: readonly [Dimensional, ...Dimensional[]]
  plans: readonly [PlanDesign, ...PlanDesign[]]
  /** Price areas; they apply in shows whose price kind is `area`. */
  areas: readonly AreaRule[]
  /** Taken in turn by the day's shows. */
  prices: readonly [PriceKind, ...PriceKind[]]
  /** The standard price of a 2D film in the evening, in fen. */
  priceFen: number
}

export interface PlanDesign {
  /** A fixed day, or so many days after the sandbox's first day. */
  from: LocalDate | { daysAfterFirst: number }
  sections: readonly SectionDrawing[]
}

/** The section that most halls consist of; the number is the one of the specification's examples. */
export const mainSectionId = '0000000000000001'
export const secondSectionId = '0000000000000002'

/** A hall of one section, valid since for ever. */
export function singleSection(rows: readonly string[], labels: Partial<SectionDrawing> = {}): [PlanDesign] {
  return [{ from: '2015-11-14', sections: [{ sectionId: mainSectionId, name: '普通区', rows, ...labels }] }]
}
