import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, seenWith, visions } from '../../../e2e/support/colour-vision.ts'

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
  const seen = (name: string) => {
    const colour = palettes[palette].get(name)
    if (colour === undefined) throw new Error(`no colour ${name}`)
    const light = seenWith(colour, vision === 'grey' ? 'all' : vision)
    if (vision !== 'grey') return light
    const [red, green, blue] = light
    const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return [grey, grey, grey] as const
  }

  it.each(bands)('a free seat of %s stands out from sold seats and from the floor', band => {
    expect(contrast(seen(band), seen('--seat-sold'))).toBeGreaterThanOrEqual(3)
    expect(contrast(seen(band), seen('--hall-floor'))).toBeGreaterThanOrEqual(3)
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
