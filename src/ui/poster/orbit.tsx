import { at, type Composition, height, mix, times, width } from './picture.ts'

/** A ringed world near the lower edge, a small moon before it, and far stars. */
export const orbit: Composition = {
  name: 'orbit',
  titleAt: 'head',
  paint: ({ palette, random, id }) => {
    const planet = { x: random.between(105, 195), y: random.between(285, 315), r: random.between(92, 112) }
    const tilt = random.between(-28, -14)
    const moon = { x: planet.x + random.between(-78, 78), y: planet.y - planet.r - random.between(26, 46) }
    const rings = times(6).map(i => ({
      i,
      rx: planet.r * (1.35 + i * 0.1),
      ry: planet.r * (0.3 + i * 0.026),
    }))
    return (
      <>
        <defs>
          <radialGradient id={`${id}p`} cx="0.32" cy="0.26" r="0.85">
            <stop offset="0" stopColor={palette.spark} />
            <stop offset="0.35" stopColor={palette.glow} />
            <stop offset="0.75" stopColor={palette.low} />
            <stop offset="1" stopColor={palette.ink} />
          </radialGradient>
          <clipPath id={`${id}u`}>
            <rect x="-300" y="-300" width="900" height="300" />
          </clipPath>
          <clipPath id={`${id}d`}>
            <rect x="-300" y="0" width="900" height="300" />
          </clipPath>
          <clipPath id={`${id}b`}>
            <circle r={planet.r} />
          </clipPath>
        </defs>
        <rect width={width} height={height} fill={palette.ink} fillOpacity="0.45" />
        <g fill={palette.spark}>
          {times(70).map(i => (
            <circle
              key={i}
              cx={at(random.between(0, width))}
              cy={at(random.between(0, height))}
              r={at(0.4 + random.next() ** 4 * 1.8)}
              fillOpacity={at(0.25 + random.next() * 0.7)}
            />
          ))}
        </g>
        <g transform={`translate(${at(planet.x)} ${at(planet.y)})`}>
          <g transform={`rotate(${at(tilt)})`} fill="none" stroke={palette.spark} clipPath={`url(#${id}u)`}>
            {rings.map(({ i, rx, ry }) => (
              <ellipse
                key={i}
                rx={at(rx)}
                ry={at(ry)}
                strokeOpacity={0.5 - i * 0.06}
                strokeWidth={4 - i * 0.5}
              />
            ))}
          </g>
          <circle r={planet.r} fill={`url(#${id}p)`} />
          <g clipPath={`url(#${id}b)`}>
            <g transform={`rotate(${at(tilt)})`} fill={mix(palette.low, palette.ink, 0.5)} fillOpacity="0.28">
              {times(5).map(i => (
                <ellipse key={i} cy={at(-62 + i * 32)} rx="150" ry={at(4 + ((i * 7) % 9))} />
              ))}
            </g>
          </g>
          <g transform={`rotate(${at(tilt)})`} fill="none" stroke={palette.spark} clipPath={`url(#${id}d)`}>
            {rings.map(({ i, rx, ry }) => (
              <ellipse
                key={i}
                rx={at(rx)}
                ry={at(ry)}
                strokeOpacity={0.85 - i * 0.1}
                strokeWidth={4 - i * 0.5}
              />
            ))}
          </g>
        </g>
        <circle cx={at(moon.x)} cy={at(moon.y)} r="9" fill={palette.spark} />
        <circle cx={at(moon.x + 3.4)} cy={at(moon.y + 2)} r="8.2" fill={palette.ink} fillOpacity="0.55" />
      </>
    )
  },
}
