import { useMemo, useSyncExternalStore } from 'react'
import type { PriceBand } from '#contract/hall.ts'
import { bandTones, toneCount, toneVariable } from './band-tones.ts'
import type { Palette } from './canvas/palette.ts'

type Tokens = Omit<Palette, 'bands'> & { readonly tones: readonly string[] }

/** The present design tokens as the canvas wants them; another theme, contrast or font makes another palette. */
export function usePalette(bands: readonly PriceBand[]): Palette {
  const tokens = useSyncExternalStore(subscribe, tokensOfPage)
  return useMemo(() => {
    const { tones, ...rest } = tokens
    return { ...rest, bands: bandTones(bands).map(tone => tones[tone] ?? tokens.text) }
  }, [bands, tokens])
}

let fontsArrived = 0

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true })
  const fontArrived = () => {
    fontsArrived += 1
    changed()
  }
  document.fonts.addEventListener('loadingdone', fontArrived)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', fontArrived)
  }
}

let last: { readonly key: string; readonly tokens: Tokens } | undefined

/** The same object as long as the page looks the same; a font that has arrived makes another one. */
function tokensOfPage(): Tokens {
  const style = getComputedStyle(document.documentElement)
  const read = (variable: string) => style.getPropertyValue(variable).trim()
  const tokens: Tokens = {
    tones: Array.from({ length: toneCount }, (_, tone) => read(toneVariable(tone))),
    ink: read('--seat-ink'),
    sold: read('--seat-sold'),
    soldEdge: read('--seat-sold-edge'),
    mark: read('--seat-mark'),
    lamp: read('--color-lamp'),
    onLamp: read('--color-on-lamp'),
    floor: read('--hall-floor'),
    text: read('--color-paper'),
    quietText: read('--color-mist'),
    light: read('--hall-light'),
    font: read('--font-sans'),
  }
  const key = JSON.stringify([tokens, fontsArrived])
  if (last?.key !== key) last = { key, tokens }
  return last.tokens
}
