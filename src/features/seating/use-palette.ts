import { useMemo, useSyncExternalStore } from 'react'
import type { PriceBand } from '#contract/hall.ts'
import { bandTones, toneVariable } from './band-tones.ts'
import type { Palette } from './canvas/palette.ts'

const variables = {
  ink: '--seat-ink',
  sold: '--seat-sold',
  soldEdge: '--seat-sold-edge',
  mark: '--seat-mark',
  lamp: '--color-lamp',
  onLamp: '--color-on-lamp',
  floor: '--hall-floor',
  text: '--color-paper',
  quietText: '--color-mist',
  light: '--hall-light',
  font: '--font-sans',
} as const satisfies Record<Exclude<keyof Palette, 'bands'>, string>

/** The present design tokens as the canvas wants them; another theme, contrast or font makes another palette. */
export function usePalette(bands: readonly PriceBand[]): Palette {
  const look = useSyncExternalStore(subscribe, lookOfPage)
  return useMemo(() => {
    // The page's look is a key only: what it stands for is read here.
    void look
    const style = getComputedStyle(document.documentElement)
    const read = (variable: string) => style.getPropertyValue(variable).trim()
    return {
      bands: bandTones(bands).map(tone => read(toneVariable(tone))),
      ink: read(variables.ink),
      sold: read(variables.sold),
      soldEdge: read(variables.soldEdge),
      mark: read(variables.mark),
      lamp: read(variables.lamp),
      onLamp: read(variables.onLamp),
      floor: read(variables.floor),
      text: read(variables.text),
      quietText: read(variables.quietText),
      light: read(variables.light),
      font: read(variables.font),
    }
  }, [bands, look])
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

function lookOfPage(): string {
  const { dataset, className, style } = document.documentElement
  return JSON.stringify([{ ...dataset }, className, style.cssText, fontsArrived])
}
