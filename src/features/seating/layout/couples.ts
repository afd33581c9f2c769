import type { SeatColumns } from '#contract/hall.ts'

/**
 * The other half of every couple seat, -1 for all other seats and for a half that stands alone. A left half
 * belongs to the right half that follows it among the couple seats of its row and section: the rule by which
 * the server checks a hold.
 *
 * @param rows the hall's rows, each from left to right
 */
export function pairCouples(seats: SeatColumns, rows: readonly { seats: readonly number[] }[]): Int32Array {
  const partner = new Int32Array(seats.id.length).fill(-1)
  if (!seats.type.includes('L')) return partner
  for (const row of rows) {
    const waiting = new Map<number, number>()
    for (const seat of row.seats) {
      const section = seats.section[seat] ?? 0
      const left = waiting.get(section)
      if (seats.type[seat] === 'L') {
        waiting.set(section, seat)
      } else if (seats.type[seat] === 'R' && left !== undefined) {
        partner[seat] = left
        partner[left] = seat
        waiting.delete(section)
      }
    }
  }
  return partner
}
