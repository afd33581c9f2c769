import type { SeatRules } from '../hall.ts'

/**
 * Every rule read off a picture, a sign at a time, with no notion of runs, neighbours or grounds: what the rules
 * are held against. `chosen` names seats as "y-x"; the pictures show nothing as chosen.
 */
export function legalByPicture(
  rows: readonly string[],
  chosen: ReadonlySet<string>,
  rules: SeatRules,
): boolean {
  const has = (y: number, x: number) => chosen.has(`${y}-${x}`)
  const sign = (y: number, x: number) => rows[y]?.[x] ?? '|'
  const places = [...chosen].map(place => place.split('-').map(Number))
  const sections = new Set(places.map(([y = 0]) => rows.slice(0, y).filter(row => row === '===').length))
  const areas = new Set(places.map(([y = 0, x = 0]) => sign(y, x) === 'a'))
  if (rules.within === 'section' && sections.size > 1) return false
  if (rules.within === 'area' && areas.size > 1) return false
  for (const [y = 0, x = 0] of places) {
    const here = sign(y, x)
    if (!'_alrw'.includes(here)) return false
    if (here === 'l' && !has(y, x + 1)) return false
    if (here === 'r' && !has(y, x - 1)) return false
    if ('_a'.includes(here) && leavesAlone(y, x)) return false
  }
  return rows.every((row, y) =>
    [...row].every((mark, x) => mark !== 'w' || has(y, x) || keepsCompanion(y, x)),
  )

  /** A seat that a guest without a wheelchair and without a sofa could take, on this side of any wall. */
  function plain(y: number, x: number, from: string): boolean {
    const mark = sign(y, x)
    return '_a'.includes(mark) && (!rules.gap.areasBreakRuns || mark === from)
  }
  function leavesAlone(y: number, x: number): boolean {
    const mark = sign(y, x)
    if (rules.gap.mode === 'off') return false
    return [-1, 1].some(side => {
      if (!plain(y, x + side, mark) || has(y, x + side)) return false
      const behind = x + 2 * side
      if (plain(y, behind, mark)) return has(y, behind)
      let end = x
      while (plain(y, end, mark) && has(y, end)) end -= side
      if (!plain(y, end, mark)) return false
      const isKept =
        rules.companions !== 'off' && [x, behind].some(beside => sign(y, beside) === 'w' && !has(y, beside))
      return !isKept
    })
  }
  function keepsCompanion(y: number, x: number): boolean {
    if (rules.companions === 'off') return true
    const companions = [x - 1, x + 1].filter(beside => '_a'.includes(sign(y, beside)))
    return companions.length === 0 || companions.some(beside => !has(y, beside))
  }
}
