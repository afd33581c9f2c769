import { z } from 'zod'

/** An amount of money: a whole number of fen (1/100 yuan), never negative, never a float. */
export const Fen = z.int().min(0)
export type Fen = z.infer<typeof Fen>

/** "45.00" for 4500 fen: exact integer arithmetic, always two decimals. */
export function yuan(fen: Fen): string {
  const cents = String(fen % 100).padStart(2, '0')
  return `${Math.trunc(fen / 100)}.${cents}`
}

/** "¥45" or "¥45.50": as a price is shown to a guest, without idle zeros. */
export function priceLabel(fen: Fen): string {
  return fen % 100 === 0 ? `¥${fen / 100}` : `¥${yuan(fen)}`
}
