import type { Cinema, Film } from '#contract/catalog.ts'
import type { SeatType } from '#contract/hall.ts'
import type { CinemaId, HallId, SeatId, SectionId } from '#contract/ids.ts'
import type { Fen } from '#contract/money.ts'
import type { OrderKind } from '#contract/order.ts'
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
  /**
   * A confirm as it is kept and sent: the API's name, a space, the exact `data` string. Frozen once, stored, and
   * sent byte for byte on every attempt.
   */
  freezeConfirm(confirm: ConfirmRequest): string
  /**
   * 5.3 - 5.6, 6.2, 6.3 Sends a frozen confirm. Idempotent upstream: by lock id, goods alone by our own number.
   */
  confirm(frozen: string): Promise<Outcome<Confirmed>>
  /** 5.7 Tickets, alone or with goods. */
  order(
    q: { cinemaId: CinemaId } & ({ lockId: string } | { cloudOrderId: string }),
  ): Promise<Outcome<CloudOrder>>
  /** 6.4 Goods alone; the cloud knows them by its own number only. */
  goodsOrder(q: { cinemaId: CinemaId; cloudOrderId: string }): Promise<Outcome<CloudOrder>>
  /** 5.8 */
  ticket(q: { cinemaId: CinemaId; pickupCode: string }): Promise<Outcome<CloudTicket>>
  /** 5.13, 5.14 Goods alone have no reversal: they are given back (6.5). */
  reverse(q: WholeOrder): Promise<Outcome<null>>
  /**
   * 5.11, 5.12, 6.5 Gives an issued order back at the guest's wish. Done means accepted: the order's status says when
   * it is through.
   */
  giveBack(q: WholeOrder): Promise<Outcome<null>>
  /** 6.1 What the cinema's counter sells. */
  goods(q: { cinemaId: CinemaId }): Promise<Outcome<CloudGoods>>
  /** 7.7 `cinemaId` is the one that issued the card, here and for its balance. */
  memberCard(q: { cinemaId: CinemaId; number: string }): Promise<Outcome<MemberCard>>
  /** 7.8 What is on the card; answered only to its password, enciphered. */
  cardBalance(q: { cinemaId: CinemaId; number: string; password: string }): Promise<Outcome<CardBalance>>
  /** 7.10 What a ticket of the section costs with a member card. */
  cardPrice(show: ShowRef, q: { number: string; sectionId: SectionId }): Promise<Outcome<CardPrice>>
  /** 7.9 For the cinemas that leave the count out of 7.10. */
  cardAllowance(show: ShowRef, q: { number: string; sectionId: SectionId }): Promise<Outcome<CardAllowance>>
  /** 7.12 What a member card has paid for on these days, both included; at most 90 days. */
  cardCharges(q: {
    cinemaId: CinemaId
    number: string
    from: LocalDate
    to: LocalDate
  }): Promise<Outcome<CardCharge[]>>
  /** 8.5 */
  benefitCard(q: { number: string }): Promise<Outcome<BenefitCard>>
  /** 3.4 The digits as `PayingCard.password` bears them. Each time other bytes: seal once, keep the result. */
  sealCardPassword(digits: string): string
}

/** Refund and reversal have to match the kind of order. */
export interface WholeOrder {
  cinemaId: CinemaId
  kind: OrderKind
  cloudOrderId: string
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
  /** What a ticket outside the areas costs with the benefit cards of a policy, without the fee. */
  benefitPrices: BenefitPrice[]
  film: Film
}

export interface BenefitPrice {
  policyCode: string
  ticketFen: Fen
  /** The most tickets at that price in one show; absent: no limit. */
  perShow?: number
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

/** Tickets of a lock, with goods or without; or goods alone under a number of our own. */
export type ConfirmRequest =
  | (ConfirmOf & { kind: 'ticket' | 'mixed'; show: ShowRef; lockId: string; tickets: ConfirmTicket[] })
  | (ConfirmOf & { kind: 'goods'; cinemaId: CinemaId; goodsOrderNo: string })

interface ConfirmOf {
  mobile: string
  goods: ConfirmGoods[]
  /** A card that pays for everything; with payments on the lines there is none here. */
  card?: PayingCard
}

export interface ConfirmTicket {
  seatId: SeatId
  ticketFen: Fen
  feeFen: Fen
  /** The price is the card's own. */
  deal?: CardKind
  /** How this ticket was paid, to the fen; where one line has them, all have. */
  payments?: LinePayment[]
}

export interface ConfirmGoods {
  goodsId: string
  count: number
  unitFen: Fen
  isPackage: boolean
  payments?: LinePayment[]
}

/** A part of the price of one line (5.4.3). */
export type LinePayment =
  | { by: 'alipay' | 'wechat'; amountFen: Fen; outTradeNo: string; transactionId: string }
  /** Whatever is neither card nor one of the two: the cloud only registers the amount. */
  | { by: 'other'; amountFen: Fen }
  | { by: 'card'; amountFen: Fen; card: PayingCard; discounted: boolean }

export type CardKind = 'member' | 'benefit'

export interface PayingCard {
  kind: CardKind
  number: string
  /** As specification 3 enciphers it; never the digits. A benefit card has none. */
  password?: string
  /** The cinema that issued the card. */
  cinemaId: CinemaId
}

export interface MemberCard {
  /** A card by times is charged visits, every other one money. */
  paysBy: 'balance' | 'times'
  usable: boolean
}

/** The cloud fills in the one that the card goes by, and sometimes a 0 for the other. */
export interface CardBalance {
  balanceFen?: Fen
  times?: number
}

export interface CardAllowance {
  /** Tickets of the show that the card may still buy at its own price; absent: the cinema did not say. */
  tickets?: number
  /** What a ticket takes off a card by times. */
  timesPerTicket?: number
}

export interface CardPrice extends CardAllowance {
  /** The card's own price; absent: it has none here. */
  ticketFen?: Fen
}

/** What a member card has paid for one booking, by the cloud's own books of the card. */
export interface CardCharge {
  bookingNo?: string
  takenFen: Fen
  givenBackFen: Fen
  /** Tickets were taken off a card by times, and no money. */
  byTimes: boolean
  at?: number
}

/** Counts that are absent have no limit. */
export interface BenefitCard {
  policyCode: string
  usable: boolean
  ticketsLeft?: number
  ticketsLeftToday?: number
  /** The policy's limit for one show; what was bought there before, we have to know ourselves. */
  perShow?: number
}

/** What a confirm answered: whole, or that the cinema is still at it under a number we can ask for. */
export type Confirmed =
  | ({ is: 'issued' } & CloudTickets)
  | { is: 'waiting'; cloudOrderId: string; status: CloudOrderStatus }

export interface CloudTickets {
  cloudOrderId: string
  bookingNo: string
  /** Of the tickets; of goods alone, their own. */
  pickupCode: string
  /** Of goods beside tickets. */
  goodsCode?: string
  tickets: { ticketNo: string; seatId: SeatId; row: string; column: string; serviceFeeFen: Fen }[]
  goods: CloudGoodsLine[]
}

export interface CloudGoodsLine {
  goodsId: string
  count: number
}

export interface CloudGoods {
  /** The most pieces of one thing that an order may have (6.1.4). */
  maxCount?: number
  goods: {
    goodsId: string
    name: string
    description?: string
    isPackage: boolean
    /** What we have to sell at: the settle price, else the cinema's own. */
    unitFen: Fen
    /** A card makes it cheaper. */
    cardDiscount: boolean
  }[]
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
  /** Of the tickets; of goods alone, their own. */
  pickupCode?: string
  /** Of goods beside tickets. */
  goodsCode?: string
  goods: CloudGoodsLine[]
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
