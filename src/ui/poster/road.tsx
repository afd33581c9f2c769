import { at, type Composition, height, mix, times, width } from './picture.ts'

/** A road that runs straight into a low, striped sun. */
export const road: Composition = {
  name: 'road',
  titleAt: 'head',
  paint: ({ palette, random, id }) => {
    const horizon = random.between(272, 292)
    const sun = { x: 150 + random.between(-26, 26), r: random.between(82, 98) }
    return (
      <>
        <defs>
          <linearGradient id={`${id}s`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.glow} />
          </linearGradient>
          <clipPath id={`${id}c`}>
            <rect width={width} height={at(horizon)} />
          </clipPath>
          <linearGradient id={`${id}g`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={mix(palette.low, palette.glow, 0.3)} />
            <stop offset="0.25" stopColor={mix(palette.low, palette.ink, 0.45)} />
            <stop offset="1" stopColor={palette.ink} />
          </linearGradient>
        </defs>
        <g clipPath={`url(#${id}c)`}>
          <circle cx={at(sun.x)} cy={at(horizon - 22)} r={at(sun.r)} fill={`url(#${id}s)`} />
          <g fill={palette.low}>
            {times(6).map(i => (
              <rect
                key={i}
                x="0"
                y={at(horizon - 16 - i * 15)}
                width={width}
                height={at(8.5 - i * 1.35)}
                fillOpacity="0.9"
              />
            ))}
          </g>
          <path
            d={`M0 ${at(horizon)}V${at(horizon - 26)}l34 -14l30 18l38 -10l24 22h48l30 -18l26 8l38 -26l32 20V${at(horizon)}Z`}
            fill={mix(palette.low, palette.ink, 0.62)}
          />
        </g>
        <rect y={at(horizon)} width={width} height={at(height - horizon)} fill={`url(#${id}g)`} />
        <path d={`M${at(sun.x - 4)} ${at(horizon)}h8L262 450H38Z`} fill={palette.ink} />
        <path
          d={`M${at(sun.x - 4)} ${at(horizon)}L38 450M${at(sun.x + 4)} ${at(horizon)}L262 450`}
          stroke={palette.glow}
          strokeOpacity="0.8"
          strokeWidth="1.6"
        />
        <g fill={palette.spark}>
          {times(6).map(i => {
            const near = (i + 1) / 6
            const y = horizon + near ** 2.2 * 150
            const half = 0.5 + near ** 2 * 3.4
            const middle = sun.x + (150 - sun.x) * ((y - horizon) / (height - horizon))
            return (
              <path
                key={i}
                d={`M${at(middle - half)} ${at(y)}h${at(half * 2)}l${at(half * 0.25)} ${at(near * 18)}h${at(-half * 2.5)}Z`}
              />
            )
          })}
        </g>
      </>
    )
  },
}
