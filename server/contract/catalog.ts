import { z } from 'zod'
import { CinemaId, HallId, ShowId } from './ids.ts'
import { Fen } from './money.ts'
import { Instant, LocalDate } from './time.ts'

/** Until when and how often a ticket may be given back (specification 4.1.4). */
export const RefundRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('until'),
    /** Minutes before the start. */
    minutesBeforeShow: z.int().min(0),
    /** Refunds that this cinema allows per show; absent when it sets no limit. */
    perShowLimit: z.int().min(0).optional(),
  }),
])
export type RefundRule = z.infer<typeof RefundRule>

export const HallKind = z.enum(['standard', 'imax', 'vip', 'other'])
export type HallKind = z.infer<typeof HallKind>

export const Cinema = z.object({
  id: CinemaId,
  name: z.string(),
  city: z.string(),
  cityCode: z.string(),
  halls: z.array(z.object({ id: HallId, name: z.string(), kind: HallKind, seatCount: z.int() })),
  refund: RefundRule,
})
export type Cinema = z.infer<typeof Cinema>

export const Film = z.object({
  /** The national film code; names the same film in every cinema. */
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  language: z.string(),
  durationMinutes: z.int(),
  /** `2D`, `3D`, `4D` or whatever else the cloud says. */
  dimension: z.string(),
  /** `NORMAL`, `IMAX`, `DMAX` or whatever else the cloud says. */
  screen: z.string(),
})
export type Film = z.infer<typeof Film>

/** Why a show cannot be bought right now, or that it can. */
export const SaleState = z.enum(['on-sale', 'not-on-sale', 'sales-ended'])
export type SaleState = z.infer<typeof SaleState>

export const Show = z.object({
  id: ShowId,
  cinemaId: CinemaId,
  hallId: HallId,
  hallName: z.string(),
  filmCode: z.string(),
  /** Language, dimension and screen of this very showing. */
  language: z.string(),
  dimension: z.string(),
  screen: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  sellsUntil: Instant,
  sale: SaleState,
  /** The lowest ticket price plus its fee a guest pays for a seat of this show. */
  fromFen: Fen,
})
export type Show = z.infer<typeof Show>

/** One business day of one cinema. */
export const Programme = z.object({
  cinemaId: CinemaId,
  date: LocalDate,
  /** Days that have shows, this one included, so that the day picker offers no empty day. */
  days: z.array(LocalDate),
  films: z.array(Film),
  shows: z.array(Show),
  /** When the cloud last said so; older than the cache allows means the cloud cannot be reached. */
  fetchedAt: Instant,
  stale: z.boolean(),
})
export type Programme = z.infer<typeof Programme>
