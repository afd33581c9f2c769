import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, seenWith, visions } from '../../../e2e/support/colour-vision.ts'
import { veil } from './canvas/paint-sections.ts'

/*
 * Seats of a whole stadium are a few pixels each, without dots, ticks and crosses: what is free has to be told from
 * what is not by lightness alone. 3:1 is what WCAG asks of graphics (1.4.11).
 */

const css = ['../../ui/tokens.css', './seating.css']
  .map(file => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')

/** The colours of the page under these selectors, the later ones over the earlier ones. */
function tokensOf(...selectors: readonly string[]): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>()
  for (const selector of selectors)
    for (const block of css.split(`${selector} {`).slice(1))
      for (const [, name = '', digits = ''] of block
        .slice(0, block.indexOf('}'))
        .matchAll(/(--[\w-]+): #([\da-f]{6}|[\da-f]{3});/g))
        tokens.set(name, `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`)
  return tokens
}

/** What a canvas shows where `over` lies on `under` with this much alpha. */
function mixed(under: string, over: string, alpha: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mix = (at: number) => channel(under, at) * (1 - alpha) + channel(over, at) * alpha
  return `#${[1, 3, 5].map(at => Math.round(mix(at)).toString(16).padStart(2, '0')).join('')}`
}

const page = ['@theme', ':root']
const palettes = {
  ordinary: tokensOf(...page),
  safe: tokensOf(...page, ':root[data-palette="safe"]'),
  'high contrast': tokensOf(...page, ':root[data-contrast="high"]'),
}
const bands = [1, 2, 3, 4, 5, 6].map(tone => `--seat-band-${tone}`)

const cases = (Object.keys(palettes) as (keyof typeof palettes)[]).flatMap(palette =>
  [...visions, 'grey' as const].map(vision => ({ palette, vision })),
)

describe.each(cases)('in the $palette colours, seen with $vision', ({ palette, vision }) => {
  const token = (name: string) => {
    const colour = palettes[palette].get(name)
    if (colour === undefined) throw new Error(`no colour ${name}`)
    return colour
  }
  const look = (colour: string) => {
    const light = seenWith(colour, vision === 'grey' ? 'all' : vision)
    if (vision !== 'grey') return light
    const [red, green, blue] = light
    const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return [grey, grey, grey] as const
  }
  const seen = (name: string) => look(token(name))

  it.each(bands)('a free seat of %s stands out from sold seats and from the floor', band => {
    expect(contrast(seen(band), seen('--seat-sold'))).toBeGreaterThanOrEqual(3)
    expect(contrast(seen(band), seen('--hall-floor'))).toBeGreaterThanOrEqual(3)
  })

  it.each(bands)('words on a section in the tone of %s are read, and the guest’s own seats found', band => {
    // Where a free seat lies right behind a letter.
    const veiled = mixed(token(band), token('--hall-floor'), veil.floor)
    const behind = look(mixed(veiled, token(band), veil.toneOfAll))
    expect(contrast(seen('--color-paper'), behind)).toBeGreaterThanOrEqual(4.5)
    if (palette === 'ordinary') expect(contrast(seen('--color-lamp'), behind)).toBeGreaterThanOrEqual(3)
  })

  it('a chosen seat stands out from sold seats, and its ring from the seat and from what lies about it', () => {
    expect(contrast(seen('--color-lamp'), seen('--seat-sold'))).toBeGreaterThanOrEqual(3)
    expect(contrast(seen('--color-lamp'), seen('--hall-floor'))).toBeGreaterThanOrEqual(3)
    expect(contrast(seen('--color-paper'), seen('--hall-floor'))).toBeGreaterThanOrEqual(3)
  })
})

it('would notice colours that differ in hue alone', () => {
  expect(contrast(seenWith('#ffb648', 'deutan'), seenWith('#ff8ea6', 'deutan'))).toBeLessThan(3)
})
