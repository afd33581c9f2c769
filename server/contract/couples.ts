import type { SeatColumns } from './hall.ts'

const known = new WeakMap<SeatColumns, Int32Array>()

/**
 * The other half of every couple seat, by seat index; -1 for every other seat. Halves pair by adjacency: a left half
 * and the right half that follows it among the couple seats of its row and section. A half that finds no other is
 * sold like any seat.
 */
export function couplePartners(seats: SeatColumns): Int32Array {
  const before = known.get(seats)
  if (before) return before
  const partners = new Int32Array(seats.id.length).fill(-1)
  const rows = new Map<string, number[]>()
  seats.type.forEach((type, seat) => {
    if (type !== 'L' && type !== 'R') return
    const key = `${seats.section[seat]} ${seats.y[seat]}`
    const row = rows.get(key)
    if (row) row.push(seat)
    else rows.set(key, [seat])
  })
  for (const row of rows.values()) {
    row.sort((a, b) => (seats.x[a] ?? 0) - (seats.x[b] ?? 0))
    row.forEach((right, place) => {
      const left = row[place - 1]
      if (left === undefined || seats.type[left] !== 'L' || seats.type[right] !== 'R') return
      partners[left] = right
      partners[right] = left
    })
  }
  known.set(seats, partners)
  return partners
}
