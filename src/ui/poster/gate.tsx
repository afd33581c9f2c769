import { at, type Composition, mix, times } from './picture.ts'

/** Arch within arch towards a light, and one small person walking there. */
export const gate: Composition = {
  name: 'gate',
  titleAt: 'head',
  paint: ({ palette, random, id }) => {
    const middle = 150 + random.between(-14, 14)
    const count = 7
    const floor = 388
    return (
      <>
        <defs>
          <radialGradient id={`${id}g`} cx="0.5" cy="0.55" r="0.6">
            <stop offset="0" stopColor="#fff" />
            <stop offset="0.3" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.glow} />
          </radialGradient>
          <linearGradient id={`${id}f`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={palette.spark} stopOpacity="0.95" />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0" />
          </linearGradient>
        </defs>
        <rect y="326" width="300" height="124" fill={palette.ink} />
        {times(count).map(i => {
          const near = 1 - i / count
          const half = 22 + near * 150
          const foot = floor - (1 - near) * 62
          const top = foot - (half * 1.9 + 34)
          const x = middle + (150 - middle) * near
          return (
            <path
              key={i}
              d={`M${at(x - half)} ${at(foot)}V${at(top + half)}A${at(half)} ${at(half)} 0 0 1 ${at(x + half)} ${at(top + half)}V${at(foot)}Z`}
              fill={
                i === count - 1
                  ? `url(#${id}g)`
                  : mix(palette.ink, mix(palette.low, palette.glow, 0.45), (i / count) ** 1.15)
              }
              stroke={palette.spark}
              strokeOpacity={0.1 + i * 0.05}
              strokeWidth="0.8"
            />
          )
        })}
        <path
          d={`M${at(middle - 42)} 334H${at(middle + 42)}L${at(middle + 120)} 450H${at(middle - 120)}Z`}
          fill={`url(#${id}f)`}
          fillOpacity="0.55"
        />
        <g fill={palette.ink}>
          <path d={`M${at(middle - 5)} 352q5 8 10 0l16 98h-42z`} fillOpacity="0.55" />
          <circle cx={middle} cy="305" r="5.4" />
          <path d={`M${at(middle - 8)} 352l2 -34q6 -9 12 0l2 34h-5.5l-2.5 -20l-2.5 20z`} />
        </g>
      </>
    )
  },
}
