import { useMemo, useSyncExternalStore } from 'react'
import type { PriceBand } from '#contract/hall.ts'
import { bandTones, toneCount, toneVariable } from './band-tones.ts'
import type { Palette } from './canvas/palette.ts'

type Tokens = Omit<Palette, 'bands' | 'dots'> & {
  readonly tones: readonly string[]
  readonly dotted: boolean
}

/** The present design tokens as the canvas wants them; another theme, contrast or font makes another palette. */
export function usePalette(bands: readonly PriceBand[]): Palette {
  const tokens = useSyncExternalStore(subscribe, tokensOfPage)
  return useMemo(() => {
    const { tones, dotted, ...rest } = tokens
    const toneOf = bandTones(bands)
    return {
      ...rest,
      bands: toneOf.map(tone => tones[tone] ?? tokens.text),
      ...(dotted && { dots: toneOf }),
    }
  }, [bands, tokens])
}

const forcedColours = '(forced-colors: active)'
let fontsArrived = 0

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true })
  const fontArrived = () => {
    fontsArrived += 1
    changed()
  }
  document.fonts.addEventListener('loadingdone', fontArrived)
  const forced = matchMedia(forcedColours)
  forced.addEventListener('change', changed)
  return () => {
    forced.removeEventListener('change', changed)
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', fontArrived)
  }
}

let last: { readonly key: string; readonly tokens: Tokens } | undefined

/** The same object as long as the page looks the same; a font that has arrived makes another one. */
function tokensOfPage(): Tokens {
  const style = getComputedStyle(document.documentElement)
  const written = (variable: string) => style.getPropertyValue(variable).trim()
  const read = matchMedia(forcedColours).matches
    ? (variable: string) => systemColour(written(variable))
    : written
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
    font: written('--font-sans'),
    dotted: written('--seat-dots') === '1',
  }
  const key = JSON.stringify([tokens, fontsArrived])
  if (last?.key !== key) last = { key, tokens }
  return last.tokens
}

/** A canvas knows nothing of the guest's forced colours; an element of the page does. */
function systemColour(name: string): string {
  const probe = document.createElement('span')
  probe.style.color = name
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
