import { z } from 'zod'
import { CinemaId } from './ids.ts'
import { Instant } from './time.ts'

/** What a door needs to know at start, and asks again now and then. */
export const Status = z.object({
  /** `sandbox`: the embedded cloud and payment; nothing here costs real money. */
  mode: z.enum(['sandbox', 'live']),
  /** `down`: the cloud does not answer; the programme may be old and selling is paused. */
  cloud: z.enum(['up', 'down']),
  /** The cinema that a kiosk of this server sells for, unless its address names another. */
  kioskCinemaId: CinemaId.optional(),
  now: Instant,
})
export type Status = z.infer<typeof Status>
