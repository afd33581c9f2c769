import { at, type Composition, height, mix, times, width } from './picture.ts'

/** Mountains in mist under a great moon, one ridge behind another, and birds. */
export const ridges: Composition = {
  name: 'ridges',
  titleAt: 'right',
  paint: ({ palette, random, id }) => {
    const moon = { x: random.between(70, 120), y: random.between(110, 165), r: random.between(48, 70) }
    const layers = times(5).map(i => {
      const base = 215 + i * 48
      const points = ridgeLine(base, 46 - i * 4, random.next)
      return { i, d: `M0 ${height}L${points}L${width} ${height}Z` }
    })
    return (
      <>
        <defs>
          <radialGradient id={`${id}m`}>
            <stop offset="0" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.glow} />
          </radialGradient>
          <radialGradient id={`${id}h`}>
            <stop offset="0" stopColor={palette.glow} stopOpacity="0.55" />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0" />
          </radialGradient>
          {layers.map(({ i }) => (
            <linearGradient key={i} id={`${id}r${i}`} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" stopColor={mix(palette.low, palette.ink, i / 4)} />
              <stop offset="0.75" stopColor={mix(mix(palette.low, palette.glow, 0.3), palette.ink, i / 4)} />
            </linearGradient>
          ))}
        </defs>
        <circle cx={moon.x} cy={moon.y} r={moon.r * 2.6} fill={`url(#${id}h)`} />
        <circle cx={moon.x} cy={moon.y} r={moon.r} fill={`url(#${id}m)`} />
        {layers.map(({ i, d }) => (
          <path key={i} d={d} fill={`url(#${id}r${i})`} />
        ))}
        <g fill="none" stroke={palette.ink} strokeWidth="1.6" strokeLinecap="round">
          {times(5).map(i => {
            const x = moon.x - 30 + i * 17
            const y = moon.y - 8 + ((i * 13) % 22)
            const w = 5 - i * 0.5
            return (
              <path
                key={i}
                d={`M${at(x - w)} ${at(y - w / 2)}q${at(w / 2)} -${at(w / 3)} ${at(w)} ${at(w / 2)}q${at(w / 2)} -${at(w)} ${at(w)} -${at(w / 2)}`}
              />
            )
          })}
        </g>
      </>
    )
  },
}

/** A skyline of three waves laid over each other: broad, middling and craggy. */
function ridgeLine(base: number, rise: number, next: () => number): string {
  const phases = [next() * 6, next() * 6, next() * 6] as const
  return times(31)
    .map(step => {
      const x = step * 10
      const y =
        Math.sin(x / 62 + phases[0]) * rise +
        Math.sin(x / 23 + phases[1]) * rise * 0.34 +
        Math.abs(Math.sin(x / 11 + phases[2])) * -rise * 0.18
      return `${x} ${at(base + y)}`
    })
    .join('L')
}
