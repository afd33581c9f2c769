import { z } from 'zod'

/*
 * What can be made to go wrong in the sandbox cloud: the words of its control interface, of its control page, and of
 * whoever tests against it. The Movie Cloud itself knows nothing of this.
 */

const hourMs = 3_600_000
const delayMs = z.int().min(1).max(hourMs)
/** The cinema's own system may take longer than any caller waits. */
const groundMs = z
  .int()
  .min(0)
  .max(48 * hourMs)

/** Which calls a fault befalls, and for how long. Without `times`, `probability` and `forMs`: the next call alone. */
const aim = {
  /** An interface by its full name or the part behind the vendor's prefix; `*` is every one. */
  api: z.string().default('*'),
  cinemaLinkId: z.string().max(20).optional(),
  channelCode: z.string().max(40).optional(),
  /** Only calls that repeat an earlier one: same channel, interface and parameters. */
  repeatedOnly: z.boolean().default(false),
  /** Ends after so many calls; `always` goes on until it is removed. */
  times: z.union([z.int().min(1).max(1_000_000), z.literal('always')]).optional(),
  /** It befalls a call with this probability, drawn from the sandbox's seed. */
  probability: z.number().gt(0).max(1).default(1),
  /** Ends so many ms after it was set, by the sandbox's clock. */
  forMs: z
    .int()
    .min(1)
    .max(48 * hourMs)
    .optional(),
}

/** Departures from the specification's tables that its own examples show, or that callers met. */
export const quirks = [
  /** `data` is a string that holds JSON (1.6 types it so). */
  'data-as-string',
  /** The inner part alone, without retCode (example of 4.4.5). */
  'no-envelope',
  /** The examples' names: ticketFee, standardPrice, settleprice, "goods success". */
  'spellings',
  /** An object comes as an array of one (7.9.5, 7.10.5). */
  'array-of-one',
  /** Integers and booleans come as strings. */
  'loose-types',
  /** Money comes without its zeros: "45", "45.5". */
  'short-money',
  /** What is absent comes as null or as "". */
  'blanks',
] as const
export const Quirk = z.enum(quirks)
export type Quirk = z.infer<typeof Quirk>

/** Troubles of a cinema; each refuses what cannot be done in it, with the code that the specification has for it. */
export const troubles = [
  /** Its line is cut: CINEMA_CONNECTION_ERROR for whatever its own system has to answer. */
  'offline',
  /** The licence dongle is unplugged: NO_USB_ERROR. */
  'no-dongle',
  /** Tickets are neither confirmed, refunded nor reversed: TICKET_ORDER_CLOSE_ERROR. */
  'tickets-closed',
  /** The same for concessions: GOODS_ORDER_CLOSE_ERROR. */
  'goods-closed',
  /** Its settlement account cannot pay: SETTLEACCOUNT_PAY_FAIL. */
  'account-empty',
] as const
export const Trouble = z.enum(troubles)
export type Trouble = z.infer<typeof Trouble>

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape, ...aim })

export const Fault = z.discriminatedUnion('kind', [
  /** The connection breaks before the call is handled. With `forMs` and every interface: an outage. */
  kind('lose-request', {}),
  /** The call is handled, then the connection breaks. */
  kind('lose-answer', {}),
  /** The call is handled, and the connection is reset in the middle of the answer. */
  kind('reset', {}),
  /** The call is handled, and the answer's JSON ends in the middle. */
  kind('truncate', {}),
  /** A gateway answers 502 with a page of HTML; `handled`: behind it the call was handled all the same. */
  kind('bad-gateway', { handled: z.boolean().default(false) }),
  /** The call waits before it is handled: `delayMs`, and up to `spreadMs` more. */
  kind('delay', { delayMs, spreadMs: z.int().min(0).max(hourMs).default(0) }),
  /** The call is handled at once, and its answer waits. */
  kind('delay-answer', { delayMs, spreadMs: z.int().min(0).max(hourMs).default(0) }),
  /** The call is answered with this code of the specification, and not handled. */
  kind('refuse', { code: z.string() }),
  /** The call is handled, and answered with this code all the same. */
  kind('deny', { code: z.string() }),
  /** The call is handled, and answered with a code that stands in no table. */
  kind('unknown-code', {}),
  /** The cinema takes so long for what a confirm, refund or card order asks of it: until then it waits. */
  kind('slow-tickets', { delayMs: groundMs }),
  /** The cinema answers after so long that it could not do it. */
  kind('fail-tickets', { delayMs: groundMs.default(0) }),
  /** The cloud's clock, as callers see it, is off by so much: 30004, and a Date header to set theirs by. */
  kind('skew', {
    skewMs: z
      .int()
      .min(-48 * hourMs)
      .max(48 * hourMs),
  }),
  kind('quirk', { quirk: Quirk }),
  kind('trouble', { trouble: Trouble }),
])
export type Fault = z.infer<typeof Fault>
export type FaultInput = z.input<typeof Fault>

/** A fault as it stands. */
export const SetFault = z.object({
  id: z.int(),
  fault: Fault,
  /** Calls it has befallen. */
  befell: z.int(),
  /** Calls it will still befall; absent: no matter how many. */
  left: z.int().optional(),
  /** Epoch ms by the sandbox's clock; absent: until it is removed or used up. */
  until: z.int().optional(),
})
export type SetFault = z.infer<typeof SetFault>
