import { createHash } from 'node:crypto'
import { OrderId, TicketToken } from '#contract/ids.ts'
import type { HoldRequest } from '#contract/order.ts'

/** `size` random bytes; node:crypto's randomBytes outside of tests. */
export type RandomBytes = (size: number) => Uint8Array

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const beijingOffsetMs = 8 * 3_600_000

/** 128 random bits: whoever holds it may see and cancel the order. */
export const mintOrderId = (random: RandomBytes) => OrderId.parse(base64url(random(16)))

export const mintTicketToken = (random: RandomBytes) => TicketToken.parse(base64url(random(16)))

/** Timestamp and six random digits, 19 characters: the form that specification 5.1.3 advises. */
export function mintLockRequestId(random: RandomBytes, now: number): string {
  return `${now}${digits(random, 6)}`
}

/** Four digits for a guest who gives no phone number. */
export const mintPin = (random: RandomBytes) => digits(random, 4)

/** `F`, the second in Beijing time and 64 random bits: 31 characters, as short as every provider demands. */
export function mintOutTradeNo(random: RandomBytes, now: number): string {
  const second = new Date(now + beijingOffsetMs).toISOString().replace(/\D/g, '').slice(0, 14)
  return `F${second}${Buffer.from(random(8)).toString('hex')}`
}

/** What was asked under an intent: the same seats in another order are the same wish. */
export function intentDigest(request: HoldRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([request.showId, [...request.seatIds].sort()]))
    .digest('hex')
}

function digits(random: RandomBytes, count: number): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6) % 10 ** count
  return String(number).padStart(count, '0')
}
