import { at, type Composition, height, mix, times, width } from './picture.ts'

/** A city at blue hour: towers in three depths with lit windows, and the water that doubles them. */
export const city: Composition = {
  name: 'city',
  titleAt: 'head',
  paint: ({ palette, random, id }) => {
    const shore = 352
    const depths = times(3).map(depth => ({
      depth,
      towers: times(7 + depth * 2).map(i => {
        const w = 300 / (6.2 + depth * 1.6)
        return {
          i,
          x: i * w * 0.94 - 12,
          w: w * random.between(0.66, 0.94),
          h: random.between(46, 128) + (2 - depth) * 58,
        }
      }),
    }))
    return (
      <>
        <defs>
          <linearGradient id={`${id}w`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={mix(palette.low, palette.glow, 0.28)} />
            <stop offset="1" stopColor={palette.ink} />
          </linearGradient>
          <radialGradient id={`${id}h`}>
            <stop offset="0" stopColor={palette.glow} stopOpacity="0.85" />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0" />
          </radialGradient>
        </defs>
        <ellipse cx="150" cy={shore} rx="230" ry="165" fill={`url(#${id}h)`} />
        {depths.map(({ depth, towers }) => (
          <g key={depth}>
            {towers.map(({ i, x, w, h }) => (
              <g key={i}>
                <path
                  d={`M${at(x)} ${shore}V${at(shore - h)}h${at(w * 0.5)}v${i % 3 === 0 ? -9 : 0}h${at(w * 0.5)}V${shore}Z`}
                  fill={mix(mix(palette.low, palette.glow, 0.25), palette.ink, 0.3 + depth * 0.33)}
                />
                {depth > 0 &&
                  times(Math.floor(h / 10)).map(floor =>
                    times(Math.floor(w / 7)).map(
                      slot =>
                        random.next() < 0.3 && (
                          <rect
                            key={`${floor}.${slot}`}
                            x={at(x + 3 + slot * 7)}
                            y={at(shore - h + 7 + floor * 10)}
                            width="3"
                            height="4.4"
                            fill={palette.spark}
                            fillOpacity={at(0.4 + random.next() * 0.6)}
                          />
                        ),
                    ),
                  )}
              </g>
            ))}
          </g>
        ))}
        <rect y={shore} width={width} height={height - shore} fill={`url(#${id}w)`} />
        <g stroke={palette.spark} strokeLinecap="round">
          {times(26).map(i => {
            const y = shore + 4 + random.next() ** 1.4 * 88
            const length = random.between(5, 34)
            return (
              <path
                key={i}
                d={`M${at(random.between(0, width))} ${at(y)}h${at(length)}`}
                strokeOpacity={at(0.5 - (y - shore) / 240)}
                strokeWidth="1.3"
              />
            )
          })}
        </g>
      </>
    )
  },
}
