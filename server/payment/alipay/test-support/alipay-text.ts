import { createSign } from 'node:crypto'

/** Base64 of SHA256withRSA over the text's UTF-8. */
export function alipaySign(content: string, privateKey: string): string {
  return createSign('RSA-SHA256').update(content, 'utf8').sign(privateKey, 'base64')
}

/** `2026-11-23 19:30:00`, as a clock on a wall in Hangzhou shows it. */
export function text(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

export function wholeSecond(wall: string): number | undefined {
  const ms = Date.parse(`${wall.replace(' ', 'T')}Z`) - 8 * 3_600_000
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(wall) && Number.isFinite(ms) ? ms : undefined
}

/** Alipay's price format: yuan with at most two decimals, from 0.01 to 100,000,000. */
export function price(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,9}(\.\d{1,2})?$/.test(value)) return undefined
  const [whole = '', fraction = ''] = value.split('.')
  const fen = Number(`${whole}${fraction.padEnd(2, '0')}`)
  return fen >= 1 && fen <= 10_000_000_000 ? fen : undefined
}

/** Fen as yuan with two decimals. */
export function amount(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}
