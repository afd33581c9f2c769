import { at, type Composition, height, mix, times, width } from './picture.ts'

/** The projector's light over the heads of an audience, dust glittering in it. */
export const beam: Composition = {
  name: 'beam',
  titleAt: 'foot',
  paint: ({ palette, random, id }) => {
    const lens = { x: random.between(215, 262), y: random.between(36, 70) }
    const cones = [0.24, 0.32, 0.55]
    const dust = times(46).map(i => {
      const depth = random.next()
      const spread = (random.next() - 0.5) * 2
      return {
        i,
        x: lens.x - depth * 250 + spread * depth * 26,
        y: lens.y + depth * 205 + spread * depth * 78,
        r: 0.6 + random.next() * 1.7 * depth,
      }
    })
    return (
      <>
        <defs>
          <linearGradient
            id={`${id}c`}
            x1={lens.x}
            y1={lens.y}
            x2="0"
            y2="250"
            gradientUnits="userSpaceOnUse"
          >
            <stop offset="0" stopColor={palette.spark} stopOpacity="0.95" />
            <stop offset="0.35" stopColor={palette.glow} stopOpacity="0.55" />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0.05" />
          </linearGradient>
          <radialGradient id={`${id}l`}>
            <stop offset="0" stopColor="#fff" />
            <stop offset="0.25" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0" />
          </radialGradient>
        </defs>
        <rect width={width} height={height} fill={palette.ink} fillOpacity="0.5" />
        {cones.map((spread, i) => (
          <path
            key={spread}
            d={`M${at(lens.x)} ${at(lens.y)}L-40 ${at(215 - spread * 190)}L-40 ${at(215 + spread * 260)}Z`}
            fill={`url(#${id}c)`}
            fillOpacity={0.75 - i * 0.2}
          />
        ))}
        <g fill={palette.spark}>
          {dust.map(({ i, x, y, r }) => (
            <circle key={i} cx={at(x)} cy={at(y)} r={at(r)} fillOpacity={0.35 + (i % 5) * 0.12} />
          ))}
        </g>
        <circle cx={lens.x} cy={lens.y} r="46" fill={`url(#${id}l)`} />
        {times(3).map(row => (
          <g key={row} fill={mix(palette.low, palette.ink, 0.34 + row * 0.24)}>
            {times(8).map(i => {
              const r = 13 + row * 4
              const x = i * (34 + row * 5) + (row % 2) * 17 - 8 + random.between(-3, 3)
              const y = 292 + row * 30 + random.between(-3, 3)
              return (
                <path
                  key={i}
                  d={`M${at(x - r * 2)} ${height}v-${at(height - y - r * 1.5)}q0 -${at(r * 1.1)} ${at(r * 1.5)} -${at(r * 1.2)}a${at(r)} ${at(r * 1.12)} 0 1 1 ${at(r)} 0q${at(r * 1.5)} 0 ${at(r * 1.5)} ${at(r * 1.2)}V${height}Z`}
                />
              )
            })}
          </g>
        ))}
      </>
    )
  },
}
