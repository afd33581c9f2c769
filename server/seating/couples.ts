import type { Hall } from '#contract/hall.ts'

/**
 * The other half of every couple seat, by seat index. Halves pair by adjacency: a left and a right half that are
 * neighbours in one row of one section; a half without a neighbour of the other kind has no partner and is sold
 * like any seat.
 */
export function couplePartners(hall: Hall): Map<number, number> {
  const { section, x, y, type } = hall.seats
  const rows = new Map<string, number[]>()
  for (const [index, kind] of type.entries()) {
    if (kind !== 'L' && kind !== 'R') continue
    const key = `${section[index]} ${y[index]}`
    const row = rows.get(key)
    if (row === undefined) rows.set(key, [index])
    else row.push(index)
  }
  const partners = new Map<number, number>()
  for (const row of rows.values()) {
    row.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0))
    for (const [place, left] of row.entries()) {
      const right = row[place + 1]
      if (right === undefined || partners.has(left)) continue
      if (type[left] === 'L' && type[right] === 'R') {
        partners.set(left, right)
        partners.set(right, left)
      }
    }
  }
  return partners
}
