import type { PaymentPart, Quote } from '#contract/order.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderRecord, ProviderName, Share } from '../journal/record.ts'

/**
 * The guest's parts as shares of this order's total: by which provider, and how much to the fen. Without parts a member
 * card pays as much as it can, and the QR the rest.
 *
 * @param providers the name behind each way of paying; a way that is absent can't be chosen
 * @throws Problem invalid-request, with the part that is wrong, also when a card gives a price and pays none of it;
 * card-balance-low when the card can't bear its part
 */
export function sharesOf(
  order: Pick<OrderRecord, 'quote' | 'card'>,
  parts: readonly PaymentPart[] | undefined,
  providers: Partial<Record<'qr' | 'cash', ProviderName>>,
): Share[] {
  const { totalFen } = order.quote
  const bearsFen = order.card?.kind === 'member' ? Math.min(order.card.payableFen, totalFen) : 0
  const asked: readonly PaymentPart[] = parts ?? [
    ...(bearsFen > 0 ? [{ by: 'card' as const, amountFen: bearsFen }] : []),
    { by: 'qr' },
  ]
  const wrong = (at: number, field: 'by' | 'amountFen') =>
    new Problem('invalid-request', { field: parts === undefined ? 'parts' : `parts.${at}.${field}` })

  const by = (part: PaymentPart, at: number): Share['by'] => {
    const twice = asked.findIndex(one => one.by === part.by) !== at
    const provider = part.by === 'card' ? order.card?.kind === 'member' && 'card' : providers[part.by]
    if (twice || provider === undefined || provider === false) throw wrong(at, 'by')
    return provider
  }
  const named = asked.reduce((sum, part) => sum + (part.amountFen ?? 0), 0)
  const open = asked.filter(part => part.amountFen === undefined)
  const restFen = totalFen - named
  // What is left open takes the rest; it can't be less than nothing, and nobody may be left with the rest.
  if (open.length > 1 || restFen < 0 || (open.length === 0 && restFen !== 0))
    throw wrong(asked.length - 1, 'amountFen')
  const shares = asked
    .map((part, at) => ({ by: by(part, at), amountFen: part.amountFen ?? restFen }))
    .filter(share => share.amountFen > 0)
  if (shares.some(share => share.by === 'card' && share.amountFen > bearsFen))
    throw new Problem('card-balance-low')
  // A member card's own price is the cloud's only where the card pays something of the line (5.3.3, 5.4.3).
  const dealt = order.quote.lines.filter(({ deal }) => deal === 'member').length
  if (cardFenOf(shares) < dealt) throw wrong(0, 'by')
  // 5.4.3 knows no benefit card, and wants a payment on every line that is more than nothing: paid in one piece.
  const inOnePiece = order.card?.kind === 'benefit' || hasFreeLine(order.quote)
  if (shares.length > 1 && inOnePiece) throw wrong(1, 'by')
  return shares
}

const cardFenOf = (shares: readonly Share[]) =>
  shares.reduce((sum, share) => sum + (share.by === 'card' ? share.amountFen : 0), 0)

const hasFreeLine = ({ lines, goods }: Quote) =>
  lines.some(line => line.ticketFen + line.feeFen === 0) || goods.some(line => line.unitFen === 0)
