import type { Hall } from '#contract/hall.ts'

/**
 * What one seat of a price band costs the guest, in fen: its ticket and the fee on it, as the programme's
 * "from" price counts. A fee per order belongs to no seat and stands in the basket alone.
 */
export function seatPrice(hall: Pick<Hall, 'bands' | 'feeKind'>, band: number): number {
  const { ticketFen, feeFen } = hall.bands[band] ?? { ticketFen: 0, feeFen: 0 }
  return hall.feeKind === 'ticket' ? ticketFen + feeFen : ticketFen
}
