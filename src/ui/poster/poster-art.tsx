import { memo, useId } from 'react'
import { type Random, randomFrom, seedOf } from '#src/lib/seeded.ts'
import { bamboo } from './bamboo.tsx'
import { beam } from './beam.tsx'
import { city } from './city.tsx'
import { gate } from './gate.tsx'
import { lanterns } from './lanterns.tsx'
import { orbit } from './orbit.tsx'
import { type Palette, palettes } from './palette.ts'
import { type Composition, height, mix, width } from './picture.ts'
import { rain } from './rain.tsx'
import { ridges } from './ridges.tsx'
import { road } from './road.tsx'
import { silk } from './silk.tsx'
import { PosterTitle, type TitlePlace, titlePlace } from './title.tsx'
import { waves } from './waves.tsx'

const compositions: readonly [Composition, ...Composition[]] = [
  ridges,
  beam,
  waves,
  gate,
  orbit,
  city,
  silk,
  lanterns,
  rain,
  road,
  bamboo,
]

/** The picture darkens towards its title, whichever edge that is at. */
const veilAlong: Readonly<Record<TitlePlace, { x1: string; y1: string; x2: string; y2: string }>> = {
  head: { x1: '0', y1: '0', x2: '0', y2: '1' },
  foot: { x1: '0', y1: '1', x2: '0', y2: '0' },
  left: { x1: '0', y1: '0', x2: '1', y2: '0.2' },
  right: { x1: '1', y1: '0', x2: '0', y2: '0.2' },
}

interface PosterArtProps {
  name: string
  /** The film's code: the same film has the same poster everywhere and always. */
  code: string
  /** Without its title, for a poster that serves as a backdrop. */
  untitled?: boolean
  className?: string
}

/** A film's poster, made from its code and name, because the cloud has none. The name stands beside it for readers. */
export const PosterArt = memo(function PosterArt({
  name,
  code,
  untitled = false,
  className = '',
}: PosterArtProps) {
  const id = useId()
  const { composition, palette, random } = posterPlan(code)
  const place = titlePlace(name, composition.titleAt)
  return (
    <div className={`isolate overflow-hidden bg-ink-800 ${className}`} aria-hidden="true">
      <div className="relative size-full">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="xMidYMid slice"
          className="block size-full"
          aria-hidden="true"
        >
          <defs>
            <linearGradient id={`${id}sky`} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" stopColor={palette.high} />
              <stop offset="0.72" stopColor={palette.low} />
              <stop offset="1" stopColor={mix(palette.low, palette.glow, 0.35)} />
            </linearGradient>
            <linearGradient id={`${id}veil`} {...veilAlong[place]}>
              <stop offset="0" stopColor={palette.ink} stopOpacity="0.88" />
              <stop offset="0.5" stopColor={palette.ink} stopOpacity="0" />
            </linearGradient>
          </defs>
          <rect width={width} height={height} fill={`url(#${id}sky)`} />
          {composition.paint({ palette, random, id })}
          {!untitled && (
            <>
              <rect width={width} height={height} fill={`url(#${id}veil)`} />
              <PosterTitle name={name} place={place} colour={palette.title} />
            </>
          )}
        </svg>
        <div className="grain absolute inset-0 opacity-70" />
        <div className="absolute inset-0 shadow-[inset_0_0_0_1px_rgb(255_255_255/0.08)]" />
      </div>
    </div>
  )
})

/** What a film's poster is made of; the same code gives the same plan. */
export function posterPlan(code: string): { composition: Composition; palette: Palette; random: Random } {
  const random = randomFrom(seedOf(code))
  return { composition: random.pick(compositions), palette: random.pick(palettes), random }
}
