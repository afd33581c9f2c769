import { z } from 'zod'
import type { ErrorCode } from './errors.ts'
import { CinemaId } from './ids.ts'

/** As it stands on the card; blanks between its groups are not part of it. */
const cardNumber = z
  .string()
  .max(60)
  .transform(text => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^[A-Za-z0-9-]{4,40}$/))

/** Six digits (specification 5.3.3). */
const cardPassword = z.string().regex(/^\d{6}$/)

/** The card that an order is to be priced with, in the place of any other; `none` takes it away again. */
export const CardRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('member'),
    number: cardNumber,
    password: cardPassword,
    /** The cinema that issued the card; absent: the one that sells. */
    cinemaId: CinemaId.optional(),
  }),
  z.strictObject({ kind: z.literal('benefit'), number: cardNumber }),
  z.strictObject({ kind: z.literal('none') }),
])
export type CardRequest = z.infer<typeof CardRequest>

/** What a guest should know of the card's prices: that not every ticket has one, or that none has. */
export const CardNotice = z.enum(['discount-on-some', 'no-discount'])
export type CardNotice = z.infer<typeof CardNotice>

/** Why an order cannot be priced with a card. */
export const cardErrors = [
  'card-not-found',
  'card-password-wrong',
  'card-not-usable',
  'card-balance-low',
  'card-not-for-show',
  'card-not-for-seats',
  'benefit-used-up',
  'card-refused',
  'show-not-found',
  'show-changed',
  'too-many-attempts',
  'cinema-unavailable',
] as const satisfies readonly ErrorCode[]
