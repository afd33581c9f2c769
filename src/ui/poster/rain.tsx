import { at, type Composition, height, mix, times, width } from './picture.ts'

/** One umbrella under a street lamp, and rain through its light. */
export const rain: Composition = {
  name: 'rain',
  titleAt: 'head',
  paint: ({ palette, random, id }) => {
    const x = random.between(120, 190)
    const span = random.between(62, 76)
    const top = 268
    return (
      <>
        <defs>
          <radialGradient id={`${id}l`} cx={x} cy="215" r="215" gradientUnits="userSpaceOnUse">
            <stop offset="0" stopColor={palette.spark} stopOpacity="0.95" />
            <stop offset="0.25" stopColor={palette.glow} stopOpacity="0.65" />
            <stop offset="1" stopColor={palette.glow} stopOpacity="0" />
          </radialGradient>
          <linearGradient id={`${id}f`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={palette.glow} stopOpacity="0.5" />
            <stop offset="1" stopColor={palette.ink} />
          </linearGradient>
        </defs>
        <rect width={width} height={height} fill={palette.ink} fillOpacity="0.35" />
        <rect width={width} height={height} fill={`url(#${id}l)`} />
        <ellipse cx={at(x)} cy="412" rx="190" ry="30" fill={`url(#${id}f)`} />
        <g stroke={palette.spark} strokeLinecap="round">
          {times(64).map(i => {
            const length = random.between(8, 30)
            return (
              <path
                key={i}
                d={`M${at(random.between(-10, width))} ${at(random.between(-10, 400))}l${at(-length * 0.18)} ${at(length)}`}
                strokeWidth={at(random.between(0.6, 1.5))}
                strokeOpacity={at(random.between(0.12, 0.55))}
              />
            )
          })}
        </g>
        <g fill={palette.ink}>
          <path
            d={`M${at(x - span)} ${top + 38}Q${at(x - span * 0.8)} ${top - 26} ${at(x)} ${top - 34}Q${at(x + span * 0.8)} ${top - 26} ${at(x + span)} ${top + 38}Q${at(x + span * 0.66)} ${top + 20} ${at(x + span * 0.33)} ${top + 36}Q${at(x)} ${top + 18} ${at(x - span * 0.33)} ${top + 36}Q${at(x - span * 0.66)} ${top + 20} ${at(x - span)} ${top + 38}Z`}
          />
          <path d={`M${at(x - 1.3)} ${top - 42}h2.6v92h-2.6z`} />
          <circle cx={at(x - 13)} cy={top + 46} r="11" />
          <path d={`M${at(x - 29)} 414q0 -76 9 -88q8 -6 15 0q10 12 9 88h-13l-3.5 -34l-3.5 34z`} />
        </g>
        <path
          d={`M${at(x)} ${top - 34}Q${at(x + span * 0.8)} ${top - 26} ${at(x + span)} ${top + 38}Q${at(x + span * 0.66)} ${top + 20} ${at(x + span * 0.33)} ${top + 36}Q${at(x + span * 0.3)} ${top - 10} ${at(x)} ${top - 34}Z`}
          fill={mix(palette.low, palette.glow, 0.25)}
          fillOpacity="0.55"
        />
      </>
    )
  },
}
