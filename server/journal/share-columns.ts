import type { Selectable } from 'kysely'
import { z } from 'zod'
import { CardNotice } from '#contract/cards.ts'
import { CinemaId } from '#contract/ids.ts'
import { Fen } from '#contract/money.ts'
import { Payment } from '#contract/order.ts'
import type { FieldCipher } from './field-cipher.ts'
import type { OrderRecord, Share } from './record.ts'
import type { Open, Seal } from './saga-columns.ts'
import type { OrderRow } from './schema.ts'

const Shares = z.array(z.object({ by: z.union([Payment.shape.provider, z.literal('card')]), amountFen: Fen }))
const Card = z
  .object({
    kind: z.enum(['member', 'benefit']),
    number: z.string(),
    password: z.string().optional(),
    cinemaId: CinemaId,
    payableFen: Fen,
    notice: CardNotice.optional(),
  })
  .transform(({ password, notice, ...card }) => ({
    ...card,
    ...(password !== undefined && { password }),
    ...(notice !== undefined && { notice }),
  }))

/** Digest under which orders of one card are found. */
export function cardDigest(cipher: FieldCipher, number: string): string {
  return cipher.digest('card', number)
}

/** How an order is paid, as columns: two of them are sums that the database itself holds a confirm against. */
export function shareColumns({ shares, card }: OrderRecord, cipher: FieldCipher, seal: Seal) {
  const sum = (which: (share: Share) => boolean) =>
    shares.filter(which).reduce((total, share) => total + share.amountFen, 0)
  return {
    shares_json: JSON.stringify(shares),
    due_fen: sum(share => share.by !== 'card'),
    card_fen: sum(share => share.by === 'card'),
    card_sealed: seal('card', card && JSON.stringify(card)),
    card_digest: card === undefined ? null : cardDigest(cipher, card.number),
  }
}

export function sharesOf(row: Selectable<OrderRow>, open: Open): Pick<OrderRecord, 'shares' | 'card'> {
  return {
    shares: Shares.parse(JSON.parse(row.shares_json)),
    card: row.card_sealed === null ? undefined : Card.parse(JSON.parse(open('card', row.card_sealed))),
  }
}
