import { at, type Composition, height, width } from './picture.ts'

interface TitleProps {
  name: string
  place: TitlePlace
  colour: string
}

/** Where the letters go: a column at one side, or lines at the head or the foot. */
export type TitlePlace = Composition['titleAt']

const han = /^[\p{Script=Han}\d]{1,7}$/u

/** A column needs a short Chinese name; any other goes to the foot, where pictures with a column are darkest. */
export function titlePlace(name: string, wished: TitlePlace): TitlePlace {
  return (wished === 'left' || wished === 'right') && !han.test(name) ? 'foot' : wished
}

/** The film's name, set as posters are: a Chinese title in a column where it fits, else in wide lines. */
export function PosterTitle({ name, place, colour }: TitleProps) {
  return (
    <g fill={colour} fontFamily="var(--font-display)" fontWeight="800">
      {place === 'left' || place === 'right' ? (
        <Column name={name} side={place} />
      ) : (
        <Lines name={name} foot={place === 'foot'} />
      )}
    </g>
  )
}

function Column({ name, side }: { name: string; side: 'left' | 'right' }) {
  const characters = [...name]
  const size = Math.min(58, 330 / characters.length)
  const x = side === 'left' ? 24 + size / 2 : width - 24 - size / 2
  return (
    <text textAnchor="middle" fontSize={at(size)}>
      {characters.map((character, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal characters apart
        <tspan key={i} x={at(x)} y={at(30 + size * 0.86 + i * size * 1.1)}>
          {character}
        </tspan>
      ))}
    </text>
  )
}

function Lines({ name, foot }: { name: string; foot: boolean }) {
  const lines = brokenTitle(name)
  const widest = Math.max(...lines.map(ems))
  const size = Math.max(17, Math.min(60, (width - 44) / widest))
  const block = lines.length * size * 1.18
  const first = foot ? height - 46 - block + size : 34 + size * 0.86
  return (
    <text fontSize={at(size)} letterSpacing="0.02em">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a title never move
        <tspan key={i} x="22" y={at(first + i * size * 1.18)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Width in ems: a Chinese character is one, a Latin one a little over a half. */
function ems(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 1.03 : 0.58), 0)
}

/**
 * A title broken where it breathes: after its colon, between Latin words, else into even halves once it is
 * longer than six characters. At most four lines; a fourth that still runs on ends in an ellipsis.
 */
export function brokenTitle(name: string): string[] {
  const lines = name
    .split(/(?<=[：:])\s*/u)
    .flatMap(part => (/[a-z]/i.test(part) ? latinLines(part) : hanLines(part)))
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), `${lines[3]}…`]
}

function hanLines(part: string): string[] {
  const characters = [...part]
  const rows = Math.ceil(characters.length / 6)
  const perRow = Math.ceil(characters.length / rows)
  return Array.from({ length: rows }, (_, i) => characters.slice(i * perRow, (i + 1) * perRow).join(''))
}

function latinLines(part: string): string[] {
  const lines: string[] = []
  for (const word of part.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && ems(last) + ems(word) < 6) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
