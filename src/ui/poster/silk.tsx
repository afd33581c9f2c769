import { at, type Composition, times } from './picture.ts'

/** A length of silk in the wind, drawn thread by thread. */
export const silk: Composition = {
  name: 'silk',
  titleAt: 'foot',
  paint: ({ palette, random, id }) => {
    const threads = 44
    const turn = random.between(-1, 1)
    const ends = { y0: random.between(30, 90), y1: random.between(230, 300) }
    const lean = random.between(70, 130)
    return (
      <>
        <defs>
          <linearGradient id={`${id}t`} x1="0" y1="0" x2="300" y2="0" gradientUnits="userSpaceOnUse">
            <stop offset="0" stopColor={palette.low} />
            <stop offset="0.35" stopColor={palette.glow} />
            <stop offset="0.62" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.low} />
          </linearGradient>
          <radialGradient id={`${id}h`}>
            <stop offset="0" stopColor={palette.low} stopOpacity="0.9" />
            <stop offset="1" stopColor={palette.low} stopOpacity="0" />
          </radialGradient>
        </defs>
        <circle cx="170" cy="170" r="220" fill={`url(#${id}h)`} />
        <g fill="none" stroke={`url(#${id}t)`} strokeWidth="2.6">
          {times(threads).map(i => {
            const s = i / (threads - 1)
            const fold = Math.sin(s * Math.PI * 2 + turn * 2)
            const d = `M-20 ${at(ends.y0 + s * 150)}C${at(90 + fold * 52)} ${at(ends.y0 - 90 + s * 330)} ${at(150 - fold * lean)} ${at(ends.y1 + 60 - s * 260)} 320 ${at(ends.y1 - 110 + s * 120 + fold * 26)}`
            return (
              <path
                key={i}
                d={d}
                strokeOpacity={at(0.28 + 0.6 * Math.abs(Math.sin(s * Math.PI * 1.5 + turn)))}
              />
            )
          })}
        </g>
        <circle
          cx={at(random.between(205, 240))}
          cy={at(random.between(66, 92))}
          r="17"
          fill={palette.spark}
        />
      </>
    )
  },
}
