import { at, type Composition, mix, times } from './picture.ts'

/** Bamboo against the moon, in three depths of mist. */
export const bamboo: Composition = {
  name: 'bamboo',
  titleAt: 'right',
  paint: ({ palette, random, id }) => {
    const moon = { x: random.between(96, 130), y: random.between(130, 190), r: random.between(62, 78) }
    const stalks = times(9).map(i => {
      const depth = i < 3 ? 0 : i < 6 ? 1 : 2
      return {
        i,
        depth,
        x: 8 + ((i * 89) % 214) + random.between(-10, 10),
        w: 3.5 + depth * 3.6,
        lean: random.between(-14, 14),
      }
    })
    return (
      <>
        <defs>
          <radialGradient id={`${id}m`} cx="0.4" cy="0.35" r="0.8">
            <stop offset="0" stopColor={palette.spark} />
            <stop offset="1" stopColor={palette.glow} />
          </radialGradient>
          <linearGradient id={`${id}f`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0.55" stopColor={palette.low} stopOpacity="0" />
            <stop offset="1" stopColor={palette.ink} stopOpacity="0.9" />
          </linearGradient>
        </defs>
        <circle cx={at(moon.x)} cy={at(moon.y)} r={at(moon.r)} fill={`url(#${id}m)`} />
        {stalks.map(({ i, depth, x, w, lean }) => (
          <g
            key={i}
            stroke={mix(mix(palette.low, palette.glow, 0.25), palette.ink, 0.25 + depth * 0.36)}
            fill={mix(mix(palette.low, palette.glow, 0.25), palette.ink, 0.25 + depth * 0.36)}
          >
            {times(7).map(joint => {
              const y = joint * 68 - 14
              const shift = (lean * joint) / 7
              return (
                <path
                  key={joint}
                  d={`M${at(x + shift)} ${at(y)}l${at(lean / 7)} 64`}
                  strokeWidth={at(w)}
                  fill="none"
                />
              )
            })}
            {times(3 + depth).map(leaf => {
              const y = 40 + ((leaf * 83 + i * 47) % 300)
              const side = (leaf + i) % 2 === 0 ? 1 : -1
              const length = (20 + depth * 9) * side
              return times(3).map(k => (
                <path
                  key={`${leaf}.${k}`}
                  stroke="none"
                  d={`M${at(x)} ${at(y)}q${at(length * 0.5)} ${at(-4 + k * 9)} ${at(length)} ${at(4 + k * 15)}q${at(-length * 0.6)} ${at(-1 - k * 2)} ${at(-length)} ${at(-4 - k * 15)}Z`}
                />
              ))
            })}
          </g>
        ))}
        <rect width="300" height="450" fill={`url(#${id}f)`} />
      </>
    )
  },
}
