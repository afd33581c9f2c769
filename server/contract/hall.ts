import { z } from 'zod'
import { CinemaId, HallId, SeatId, SectionId, ShowId } from './ids.ts'
import { Fen } from './money.ts'
import { Instant } from './time.ts'

/**
 * Seat types of specification 4.3.4: N normal, W wheelchair, L and R the halves of a couple seat,
 * H held back (not on sale), Z vibrating. A letter the cloud may add later reads as N.
 */
export const SeatType = z.enum(['N', 'W', 'L', 'R', 'H', 'Z'])
export type SeatType = z.infer<typeof SeatType>

/** What a seat costs and why: an area's settle price, or the price of every seat outside the areas. */
export const PriceBand = z.object({
  /** Stable within a hall; the index in `Hall.bands` is what a seat refers to. */
  id: z.string(),
  kind: z.enum(['area', 'base']),
  /** The area's name as the cinema calls it; absent for the base band, which the screen names itself. */
  name: z.string().optional(),
  ticketFen: Fen,
  /** Fee on top: per ticket, or once per order (`Hall.feeKind`). */
  feeFen: Fen,
})
export type PriceBand = z.infer<typeof PriceBand>

/**
 * The seats in columns: entry i of every list is seat i. A hall of 100,000 seats stays one small, quickly
 * parsed document, and the canvas copies it straight into typed arrays.
 */
export const SeatColumns = z.object({
  id: z.array(SeatId),
  /** Index into `Hall.sections`. */
  section: z.array(z.int()),
  /** Index into `Hall.bands`. */
  band: z.array(z.int()),
  /** Labels as printed on the seat; letters happen, never do arithmetic on them. */
  row: z.array(z.string()),
  column: z.array(z.string()),
  /** Plan coordinates; they may start anywhere, have gaps, and collide between sections. */
  x: z.array(z.int()),
  y: z.array(z.int()),
  type: z.array(SeatType),
  /** Indexes of seats that are broken and never for sale. */
  damaged: z.array(z.int()),
})
export type SeatColumns = z.infer<typeof SeatColumns>

/** How much a cinema insists on a rule: not at all, by a word and a better offer, or by refusing the order. */
export const Insistence = z.enum(['off', 'warn', 'forbid'])
export type Insistence = z.infer<typeof Insistence>

/** What a cinema does about choices that leave a single seat alone (see gap-rule.ts). */
export const GapRule = z.object({
  mode: Insistence,
  /** Seats that a run of touching ones must have for the rule to apply; 1 applies it to every run. */
  shortestRun: z.int().min(1),
  /** Whether a run ends where a price area does. */
  areasBreakRuns: z.boolean(),
})
export type GapRule = z.infer<typeof GapRule>

/** What a cinema asks of a choice of seats beyond what every cinema does (docs/seating-rules.md). */
export const SeatRules = z.object({
  gap: GapRule,
  /** About the last free seat beside a free wheelchair place, which is kept for a companion. */
  companions: Insistence,
  /** Where all seats of one order have to be. */
  within: z.enum(['hall', 'section', 'area']),
})
export type SeatRules = z.infer<typeof SeatRules>

export const Hall = z.object({
  showId: ShowId,
  cinemaId: CinemaId,
  hallId: HallId,
  name: z.string(),
  /** Changes whenever plan, areas or prices change; seat indexes are only good for one version. */
  version: z.string(),
  sections: z.array(z.object({ id: SectionId, name: z.string() })),
  bands: z.array(PriceBand).min(1),
  feeKind: z.enum(['ticket', 'order']),
  seats: SeatColumns,
  /** Most seats that one order may have. */
  maxSeats: z.int().min(1),
  /** Absent: nothing is asked beyond what every cinema asks. */
  seatRules: SeatRules.optional(),
})
export type Hall = z.infer<typeof Hall>

/** What cannot be bought at this moment, sold or locked by anybody. */
export const SeatStates = z.object({
  showId: ShowId,
  hallVersion: z.string(),
  /** Indexes into `Hall.seats`. */
  unavailable: z.array(z.int()),
  /** Since when it has been so, as far as was looked. */
  at: Instant,
})
export type SeatStates = z.infer<typeof SeatStates>
