import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** `safe` keeps the prices apart for every kind of colour vision, and marks them with dots as well. */
const PaletteChoice = z.object({ palette: z.enum(['regular', 'safe']) })
type PaletteChoice = z.infer<typeof PaletteChoice>

const standard: PaletteChoice = { palette: 'regular' }

/** The colours that a guest sees the hall in. Kept on her device: eyes do not change from visit to visit. */
export const usePaletteChoice = create<PaletteChoice>()(
  persist(() => standard, {
    name: 'foyer-palette',
    storage: createJSONStorage(() => localStorage),
    merge: (kept, current) => PaletteChoice.safeParse(kept).data ?? current,
  }),
)

export function togglePalette(): void {
  usePaletteChoice.setState(({ palette }) => ({ palette: palette === 'safe' ? 'regular' : 'safe' }))
}

/** On a screen that many use, the next guest begins with the ordinary colours. */
export function resetPalette(): void {
  usePaletteChoice.setState(standard)
}

/** Tells the style sheet, which has the colours. */
export function usePaletteOnDocument(): void {
  const { palette } = usePaletteChoice()
  useEffect(() => {
    document.documentElement.dataset['palette'] = palette
  }, [palette])
}
