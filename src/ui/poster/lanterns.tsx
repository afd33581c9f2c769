import { at, type Composition, mix, times } from './picture.ts'

/** Lanterns let up into the night, the nearest large and warm, the farthest a spark. */
export const lanterns: Composition = {
  name: 'lanterns',
  titleAt: 'foot',
  paint: ({ palette, random, id }) => {
    const drift = random.between(0, 260)
    const lights = times(15).map(i => {
      const near = (i / 14) ** 2.1
      return {
        i,
        near,
        x: 22 + ((i * 113 + drift) % 256) + random.between(-14, 14),
        y: near > 0.6 ? 70 + ((i * 61 + drift) % 150) : 30 + ((i * 97 + drift) % 250),
        r: 3.5 + near * 40,
      }
    })
    return (
      <>
        <defs>
          <radialGradient id={`${id}h`}>
            <stop offset="0" stopColor={palette.glow} stopOpacity="0.8" />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0" />
          </radialGradient>
          <linearGradient id={`${id}l`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={mix(palette.glow, palette.low, 0.55)} />
            <stop offset="0.6" stopColor={palette.glow} />
            <stop offset="1" stopColor={palette.spark} />
          </linearGradient>
        </defs>
        {lights.map(({ i, near, x, y, r }) => (
          <g
            key={i}
            transform={`translate(${at(x)} ${at(y)}) rotate(${at(((i * 37) % 11) - 5)})`}
            opacity={at(0.5 + near * 0.5)}
          >
            <circle r={at(r * 2.3)} fill={`url(#${id}h)`} />
            <path
              d={`M${at(-r * 0.62)} ${at(r)}L${at(-r * 0.86)} ${at(-r * 0.72)}Q0 ${at(-r * 1.5)} ${at(r * 0.86)} ${at(-r * 0.72)}L${at(r * 0.62)} ${at(r)}Q0 ${at(r * 1.2)} ${at(-r * 0.62)} ${at(r)}Z`}
              fill={`url(#${id}l)`}
            />
            {near > 0.25 && (
              <g fill="none" stroke={palette.low} strokeOpacity="0.5" strokeWidth={at(0.5 + near)}>
                <path
                  d={`M0 ${at(-r * 1.1)}V${at(r)}M${at(-r * 0.45)} ${at(-r)}L${at(-r * 0.32)} ${at(r)}M${at(r * 0.45)} ${at(-r)}L${at(r * 0.32)} ${at(r)}`}
                />
              </g>
            )}
          </g>
        ))}
        <path d="M0 450V372Q62 340 118 366T232 352T300 372V450Z" fill={mix(palette.low, palette.ink, 0.7)} />
        <path d="M0 450V404Q90 376 168 398T300 394V450Z" fill={palette.ink} />
      </>
    )
  },
}
