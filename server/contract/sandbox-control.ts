import { z } from 'zod'
import { SetFault } from './sandbox-faults.ts'

/*
 * The sandbox cloud's control interface, JSON over HTTP under `/control/`, for its control page and for tests. Every
 * body has to be sent as application/json. Times are epoch ms by the sandbox's own clock; money is fen.
 *
 *   GET    /control/state                  SandboxState
 *   GET    /control/calls?after=<id>       { calls: LoggedCall[] }, oldest first, at most 200
 *   GET    /control/shows?cinemaLinkId=&day=   { shows: ShowSold[] }
 *   GET    /control/shows/<scheduleId>     ShowSeats
 *   GET    /control/orders                 { orders: SandboxOrder[] }, oldest first
 *   GET    /control/cards                  { memberCards, benefitCards }
 *   POST   /control/faults                 Fault -> { faults: SetFault[] }
 *   DELETE /control/faults[/<id>]          { faults: SetFault[] }
 *   POST   /control/clock                  ClockJump -> SandboxState
 *   POST   /control/crowd                  Crowd -> SandboxState
 *   POST   /control/sell                   Sale -> { sold }
 *   POST   /control/reset                  {} -> {}
 */

/** The clock only ever jumps forward: what has been answered stays in the past. */
export const ClockJump = z.strictObject({
  forwardMs: z
    .int()
    .min(1)
    .max(30 * 86_400_000),
})

/** People who buy at the cinemas' own tills while you look; 0 sends them home. */
export const Crowd = z.strictObject({
  buyersPerMinute: z.number().min(0).max(600),
  /** Absent: at all cinemas. */
  cinemaLinkId: z.string().optional(),
})
export type Crowd = z.infer<typeof Crowd>

/** Somebody buys these seats at the till now: all of them or none. */
export const Sale = z.strictObject({
  scheduleId: z.string().regex(/^\d{1,12}$/),
  seatIds: z.array(z.string()).min(1).max(1000),
})

export const SandboxState = z.object({
  now: z.int(),
  /** How far the clock was moved ahead of the machine's. */
  aheadMs: z.int(),
  seed: z.int(),
  lockMs: z.int(),
  /** The first one's secret may be shown: a sandbox has none. */
  channels: z.array(
    z.object({ channelCode: z.string(), name: z.string(), secret: z.string(), cardKey: z.string() }),
  ),
  cinemas: z.array(
    z.object({
      cinemaLinkId: z.string(),
      name: z.string(),
      city: z.string(),
      /** One that has not opened to partners answers nobody. */
      open: z.boolean(),
    }),
  ),
  /** The 43 interfaces, behind the vendor's prefix: `seat.lockSeats`. */
  apis: z.array(z.string()),
  faults: z.array(SetFault),
  crowd: Crowd.extend({ bought: z.int() }),
  counts: z.object({ calls: z.int(), locks: z.int(), orders: z.int(), soldSeats: z.int() }),
  /** Inputs that bring a fault of themselves, for demonstrations where nobody can reach these controls. */
  magic: z.array(z.object({ input: z.string(), value: z.string(), effect: z.string() })),
})
export type SandboxState = z.infer<typeof SandboxState>

/** A call of the protocol, as the sandbox saw it. */
export const LoggedCall = z.object({
  id: z.int(),
  at: z.int(),
  method: z.string(),
  /** As it was sent, even when no such interface exists. */
  api: z.string(),
  channelCode: z.string(),
  cinemaLinkId: z.string().optional(),
  /** The business parameters as they came, passwords covered. */
  data: z.string(),
  signature: z.enum(['right', 'wrong', 'unchecked']),
  /** Of a wrong signature: the text that should have been hashed, with the secret covered. */
  signedText: z.string().optional(),
  retCode: z.string().optional(),
  bizCode: z.string().optional(),
  /** The message that was answered. */
  message: z.string().optional(),
  /** The kinds of the faults that befell it. */
  faults: z.array(z.string()),
  repeated: z.boolean(),
  /** From the call's coming to its answer's leaving, ms. */
  ms: z.number(),
  /** Bytes of the answer before compression; 0 when there was none. */
  bytes: z.int(),
})
export type LoggedCall = z.infer<typeof LoggedCall>

export const ShowSold = z.object({
  scheduleId: z.string(),
  film: z.string(),
  hallId: z.string(),
  hallName: z.string(),
  startsAt: z.int(),
  stopSellingAt: z.int(),
  /** `open` sells; the others as the sandbox would refuse a lock. */
  sale: z.enum(['open', 'stopped', 'not-yet', 'over']),
  seats: z.int(),
  sold: z.int(),
  locked: z.int(),
})
export type ShowSold = z.infer<typeof ShowSold>

export const ShowSeats = ShowSold.extend({
  places: z.array(
    z.object({
      seatId: z.string(),
      section: z.string(),
      row: z.string(),
      column: z.string(),
      x: z.int(),
      y: z.int(),
      state: z.enum(['free', 'locked', 'ordered', 'till', 'broken', 'held']),
      /** Of a lock or an order. */
      lockOrderId: z.string().optional(),
    }),
  ),
})
export type ShowSeats = z.infer<typeof ShowSeats>

const GoodsBought = z.object({ name: z.string(), count: z.int(), saleFen: z.int() })

/** Tickets, tickets with concessions, or concessions alone; what happened to it, in order. */
export const SandboxOrder = z.object({
  orderId: z.string(),
  kind: z.enum(['ticket', 'mix', 'goods']),
  channelCode: z.string(),
  cinemaLinkId: z.string(),
  /** Absent for concessions alone. */
  lockOrderId: z.string().optional(),
  scheduleId: z.string().optional(),
  confirmationId: z.string().optional(),
  status: z.string(),
  mobile: z.string().nullable(),
  confirmedAt: z.int(),
  life: z.array(z.object({ at: z.int(), what: z.string() })),
  tickets: z.array(
    z.object({
      ticketNo: z.string(),
      seatId: z.string(),
      ticketFen: z.int(),
      feeFen: z.int(),
      printed: z.boolean(),
    }),
  ),
  goods: z.array(GoodsBought),
})
export type SandboxOrder = z.infer<typeof SandboxOrder>

/** Cards are made up, and so are their passwords: whoever tests looks them up here. */
export const SandboxCards = z.object({
  memberCards: z.array(
    z.object({
      cardNumber: z.string(),
      cinemaLinkId: z.string(),
      grade: z.string(),
      gradeType: z.string(),
      password: z.string(),
      status: z.string(),
      balanceFen: z.int(),
      times: z.int(),
      /** Hundredths of a point. */
      points: z.int(),
      validUntil: z.string(),
    }),
  ),
  benefitCards: z.array(
    z.object({
      cardNumber: z.string(),
      policyCode: z.string(),
      policy: z.string(),
      mobile: z.string(),
      stopped: z.boolean(),
      endDate: z.string(),
      ticketsLeft: z.int().nullable(),
    }),
  ),
})
export type SandboxCards = z.infer<typeof SandboxCards>
