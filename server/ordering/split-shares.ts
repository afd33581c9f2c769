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

/**
 * Which share pays how much of which line: a share fills line after line until it is used up, so that a line has as few
 * payments as can be, and both every line and every share come out to the fen. A card pays first, and first the lines at
 * its own price: a card by times can pay no others.
 *
 * @param shares together what the lines cost
 * @returns for each line its pieces
 * @throws RangeError when shares and lines do not add up to the same
 */
export function splitShares(lines: readonly PricedLine[], shares: readonly Share[]): Piece[][] {
  const bills = lines.map(line => ({ ...line, openFen: line.amountFen, pieces: [] as Piece[] }))
  const inTurn = [...shares].sort((a, b) => Number(b.by === 'card') - Number(a.by === 'card'))
  for (const share of inTurn) {
    let leftFen = share.amountFen
    const queue = share.by === 'card' ? [...bills].sort((a, b) => Number(b.dealt) - Number(a.dealt)) : bills
    for (const bill of queue) {
      const amountFen = Math.min(bill.openFen, leftFen)
      if (amountFen === 0) continue
      bill.pieces.push({ share, amountFen })
      bill.openFen -= amountFen
      leftFen -= amountFen
    }
    if (leftFen > 0) throw new RangeError('the shares are more than the lines')
  }
  if (bills.some(bill => bill.openFen > 0)) throw new RangeError('the shares are less than the lines')
  return bills.map(({ pieces }) => pieces)
}
