import { z } from 'zod'

/**
 * Branded identifiers. They are opaque: no part of the browser may take one apart, and labels such as a
 * row's letter are never computed with.
 */
const id = (max: number) => z.string().min(1).max(max)

/** The cinema, `cinemaLinkId` upstream (specification 4.1.4). */
export const CinemaId = id(40).brand<'CinemaId'>()
export type CinemaId = z.infer<typeof CinemaId>

export const HallId = id(40).brand<'HallId'>()
export type HallId = z.infer<typeof HallId>

/** One showing of a film: `<cinema>~<schedule>`, so that a link to a show can be opened cold. */
export const ShowId = id(90).brand<'ShowId'>()
export type ShowId = z.infer<typeof ShowId>

/** A seat of a plan, unique within the hall (specification 4.3.4). */
export const SeatId = id(80).brand<'SeatId'>()
export type SeatId = z.infer<typeof SeatId>

export const SectionId = id(40).brand<'SectionId'>()
export type SectionId = z.infer<typeof SectionId>

/** The handle of an order: 128 random bits, base64url. Whoever holds it may see and cancel the order. */
export const OrderId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'OrderId'>()
export type OrderId = z.infer<typeof OrderId>

/** What the ticket's QR carries: 128 random bits that are not the order's handle, so a photographed ticket cannot cancel an order. */
export const TicketToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'TicketToken'>()
export type TicketToken = z.infer<typeof TicketToken>

/** Minted by the browser once per intent (one tap on "continue"), so that a repeated request is one hold. */
export const IntentId = z.uuid().brand<'IntentId'>()
export type IntentId = z.infer<typeof IntentId>
