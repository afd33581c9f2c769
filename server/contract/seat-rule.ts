import { z } from 'zod'

/** Everything that can speak against a seat or a choice of seats; docs/seating-rules.md tells each. */
export const SeatRule = z.enum([
  'not-a-seat',
  'damaged',
  'held-back',
  'sold',
  'taken-meanwhile',
  'couple-half-sold',
  'limit',
  'couple-split',
  'one-section',
  'one-area',
  'companion-seat',
  'single-gap',
])
export type SeatRule = z.infer<typeof SeatRule>
