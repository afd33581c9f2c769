import { at, type Composition, mix, times } from './picture.ts'

/** A rising sun over a sea of scales: the old wave pattern, tinted row by row. */
export const waves: Composition = {
  name: 'waves',
  titleAt: 'left',
  paint: ({ palette, random, id }) => {
    const sun = { x: random.between(165, 220), y: random.between(150, 185), r: random.between(70, 92) }
    const scale = 50
    const rings = [1, 0.78, 0.56, 0.34]
    return (
      <>
        <defs>
          <linearGradient id={`${id}s`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.glow} />
          </linearGradient>
        </defs>
        {times(5).map(i => (
          <circle
            key={i}
            cx={sun.x}
            cy={sun.y}
            r={sun.r + (i + 1) * 22}
            fill="none"
            stroke={palette.glow}
            strokeOpacity={0.32 - i * 0.06}
            strokeWidth="1"
          />
        ))}
        <circle cx={sun.x} cy={sun.y} r={sun.r} fill={`url(#${id}s)`} />
        {times(11).map(row => (
          <g key={row}>
            {times(5).map(column => {
              const x = column * scale * 1.5 - (row % 2) * scale * 0.75
              const y = 265 + row * 21
              return rings.map((ring, i) => (
                <circle
                  key={`${column}.${ring}`}
                  cx={at(x)}
                  cy={at(y)}
                  r={at(scale * ring * 0.78)}
                  fill={
                    i % 2 === 0
                      ? mix(palette.low, palette.ink, row / 11)
                      : mix(palette.high, palette.ink, row / 13)
                  }
                  stroke={palette.spark}
                  strokeOpacity={0.55 - row * 0.04}
                  strokeWidth="0.9"
                />
              ))
            })}
          </g>
        ))}
      </>
    )
  },
}
