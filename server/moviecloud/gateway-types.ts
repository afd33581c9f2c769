import type { Cinema, Film } from '#contract/catalog.ts'
import type { SeatType } from '#contract/hall.ts'
import type { CinemaId, HallId, SeatId, SectionId } from '#contract/ids.ts'
import type { Fen } from '#contract/money.ts'
import type { LocalDate } from '#contract/time.ts'
import type { Outcome } from '../kernel/outcome.ts'

/**
 * The Movie Cloud in the house's own words. Everything outside server/moviecloud speaks to the cloud through
 * this interface; upstream names, formats and quirks stop behind it. Instants are epoch ms, money is fen.
 */
export interface MovieCloud {
  /** 4.1 All cinemas open to this channel. */
  cinemas(): Promise<Outcome<Cinema[]>>
  /** 4.2 Shows of the business days `from`..`to`, both included. */
  shows(q: { cinemaId: CinemaId; from: LocalDate; to: LocalDate }): Promise<Outcome<CloudShow[]>>
  /** 4.3 Every plan of the hall; which one counts depends on the show's business day. */
  hallPlans(q: { cinemaId: CinemaId; hallId: HallId }): Promise<Outcome<HallPlan[]>>
  /** 4.4 Only shows with `areaPrices` have areas. */
  showAreas(show: ShowRef): Promise<Outcome<ShowArea[]>>
  /** 4.5 Asked per section; sold, locked and damaged seats alike. */
  soldSeats(show: ShowRef, sectionId: SectionId): Promise<Outcome<SeatId[]>>
  /** 5.1 `lockRequestId` is ours (at most 20 characters); a lost answer cannot be looked up. */
  lockSeats(show: ShowRef, lock: { lockRequestId: string; seatIds: SeatId[] }): Promise<Outcome<CloudLock>>
  /** 5.2 */
  releaseSeats(q: { cinemaId: CinemaId; lockId: string }): Promise<Outcome<null>>
  /** The exact `data` string of a confirm. Frozen once, stored, and sent byte for byte on every attempt. */
  freezeConfirm(confirm: ConfirmRequest): string
  /** 5.3 Sends a frozen confirm. Idempotent by lock id upstream. */
  confirmOrder(frozen: string): Promise<Outcome<CloudTickets>>
  /** 5.7 */
  order(
    q: { cinemaId: CinemaId } & ({ lockId: string } | { cloudOrderId: string }),
  ): Promise<Outcome<CloudOrder>>
  /** 5.8 */
  ticket(q: { cinemaId: CinemaId; pickupCode: string }): Promise<Outcome<CloudTicket>>
  /** 5.13 */
  reverseOrder(q: { cinemaId: CinemaId; cloudOrderId: string }): Promise<Outcome<null>>
  /** 5.11 Gives issued tickets back at the guest's wish. Done means accepted: the order's status says when it is through. */
  returnTickets(q: { cinemaId: CinemaId; cloudOrderId: string }): Promise<Outcome<null>>
}

/** What the cloud wants to know of a show in every seat and order call. */
export interface ShowRef {
  cinemaId: CinemaId
  scheduleId: string
  /** Changes when the cinema changes the show; a stale one is refused with SCHEDULE_HAS_CHANGED. */
  scheduleKey: string
}

export interface CloudShow extends ShowRef {
  hallId: HallId
  startsAt: number
  sellsUntil: number
  onSale: boolean
  standardFen: Fen
  lowestFen: Fen
  /** Absent: the channel's own price applies, never below lowestFen. */
  settleFen?: Fen
  feeFen: Fen
  feeKind: 'ticket' | 'order'
  areaPrices: { name: string; settleFen: Fen }[]
  film: Film
}

export interface HallPlan {
  /** First business day the plan is good for. */
  effectiveFrom: LocalDate
  sections: { id: SectionId; name: string; seats: PlanSeat[] }[]
}

export interface PlanSeat {
  id: SeatId
  row: string
  column: string
  x: number
  y: number
  type: SeatType
  damaged: boolean
}

export interface ShowArea {
  sectionId: SectionId
  name: string
  seatIds: SeatId[]
}

export interface CloudLock {
  lockId: string
  seatIds: SeatId[]
}

export interface ConfirmRequest {
  show: ShowRef
  lockId: string
  mobile: string
  tickets: { seatId: SeatId; ticketFen: Fen; feeFen: Fen }[]
}

export interface CloudTickets {
  cloudOrderId: string
  bookingNo: string
  pickupCode: string
  tickets: { ticketNo: string; seatId: SeatId; row: string; column: string; serviceFeeFen: Fen }[]
}

export type CloudOrderStatus =
  | 'wait_ticket'
  | 'ticket_success'
  | 'ticket_failed'
  | 'refunding'
  | 'refund_success'
  | 'refund_failed'
  | 'reverse_success'
  /** A status the specification does not name: looked at as not settled. */
  | 'other'

export interface CloudOrder {
  cloudOrderId: string
  /** T3: success is the status alone; a pickup code beside `wait_ticket` means nothing. */
  status: CloudOrderStatus
  bookingNo?: string
  pickupCode?: string
  tickets: {
    ticketNo: string
    row: string
    column: string
    sectionId?: SectionId
    ticketFen: Fen
    feeFen: Fen
  }[]
}

export interface CloudTicket {
  printId: string
  pickupCode: string
  bookingNo: string
  tickets: {
    ticketNo: string
    row: string
    column: string
    sectionName: string
    ticketFen: Fen
    feeFen: Fen
    printed: boolean
    refunded: boolean
  }[]
}
