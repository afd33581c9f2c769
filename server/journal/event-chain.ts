import type { FieldCipher } from './field-cipher.ts'
import type { NewEvent } from './store.ts'

/** A line of an order's history, bound to the line before it. */
export interface ChainedEvent {
  seq: number
  at: number
  kind: string
  detail_json: string
  hash: string
}

/** Where a chain ends; kept in the order's own row, so that cutting off its tail shows. */
export interface ChainHead {
  seq: number
  hash: string
}

/** The keyed hash of a line: without the data key no line can be forged. */
export function lineHash(
  cipher: FieldCipher,
  orderId: string,
  before: string,
  line: Omit<ChainedEvent, 'hash'>,
): string {
  return cipher.digest(
    'event',
    JSON.stringify([before, orderId, line.seq, line.at, line.kind, line.detail_json]),
  )
}

/** The lines to append after `head`. */
export function chain(
  cipher: FieldCipher,
  orderId: string,
  head: ChainHead,
  events: readonly NewEvent[],
): ChainedEvent[] {
  const lines: ChainedEvent[] = []
  let { seq, hash } = head
  for (const event of events) {
    seq += 1
    const line = { seq, at: event.at, kind: event.kind, detail_json: JSON.stringify(event.detail) }
    hash = lineHash(cipher, orderId, hash, line)
    lines.push({ ...line, hash })
  }
  return lines
}

/** Whether the lines are exactly those that were appended, up to the head. */
export function isIntact(
  cipher: FieldCipher,
  orderId: string,
  head: ChainHead,
  lines: readonly ChainedEvent[],
): boolean {
  let before = ''
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || !cipher.same(line.hash, lineHash(cipher, orderId, before, line)))
      return false
    before = line.hash
  }
  return head.seq === lines.length && head.hash === before
}
