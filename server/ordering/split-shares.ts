import type { Share } from '../journal/record.ts'

/** A part of one line's price, paid by one share. */
export interface Piece {
  share: Share
  amountFen: number
}

/** What one line costs, and whether that is a card's price. */
export interface PricedLine {
  amountFen: number
  dealt: boolean
}

interface Bill extends PricedLine {
  openFen: number
  readonly pieces: Piece[]
}

/**
 * Which share pays how much of which line: both every line and every share come out to the fen. A card pays first, and
 * first the lines at its own price, some of each: a line has that price only with a payment of the card on it (5.4.3),
 * and a card by times can pay no others. The rest fills line after line, so that a line has as few payments as can be.
 *
 * @param shares together what the lines cost
 * @returns for each line its pieces
 * @throws RangeError when shares and lines do not add up to the same
 */
export function splitShares(lines: readonly PricedLine[], shares: readonly Share[]): Piece[][] {
  const bills = lines.map((line): Bill => ({ ...line, openFen: line.amountFen, pieces: [] }))
  const inTurn = [...shares].sort((a, b) => Number(b.by === 'card') - Number(a.by === 'card'))
  for (const share of inTurn) {
    const spread = share.by === 'card' ? payEvenly(share, bills) : 0
    if (payInTurn(share, share.amountFen - spread, bills) > 0)
      throw new RangeError('the shares are more than the lines')
  }
  if (bills.some(bill => bill.openFen > 0)) throw new RangeError('the shares are less than the lines')
  return bills.map(({ pieces }) => pieces)
}

/** Pays the lines at the card's own price in equal parts, as far as each of them goes. @returns what that came to */
function payEvenly(share: Share, bills: readonly Bill[]): number {
  const dealt = bills.filter(bill => bill.dealt).sort((a, b) => a.openFen - b.openFen)
  let leftFen = share.amountFen
  for (const [at, bill] of dealt.entries())
    leftFen -= pay(bill, share, Math.floor(leftFen / (dealt.length - at)))
  return share.amountFen - leftFen
}

/** @returns what is left of the share when every line is paid */
function payInTurn(share: Share, amountFen: number, bills: readonly Bill[]): number {
  let leftFen = amountFen
  for (const bill of bills) leftFen -= pay(bill, share, leftFen)
  return leftFen
}

function pay(bill: Bill, share: Share, mostFen: number): number {
  const amountFen = Math.min(bill.openFen, mostFen)
  if (amountFen === 0) return 0
  bill.pieces.push({ share, amountFen })
  bill.openFen -= amountFen
  return amountFen
}
