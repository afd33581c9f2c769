import { useEffect } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { useContrastOnDocument } from '#src/ui/contrast.ts'

/** How this guest wants to see and reach the screen; the next one starts afresh. */
interface Comfort {
  largeType: boolean
  highContrast: boolean
  /** What is to be pressed moves into the lower part, for a guest who sits. */
  lowered: boolean
}

const standard: Comfort = { largeType: false, highContrast: false, lowered: false }

export const useComfort = create<Comfort>()(
  persist(() => standard, { name: 'foyer-comfort', storage: createJSONStorage(() => sessionStorage) }),
)

export function toggleComfort(aid: keyof Comfort): void {
  useComfort.setState(state => ({ [aid]: !state[aid] }))
}

export function resetComfort(): void {
  useComfort.setState(standard)
}

/** Tells the style sheet, which does the rest. */
export function useComfortOnDocument(): void {
  const { largeType, highContrast, lowered } = useComfort()
  useContrastOnDocument(highContrast)
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['type'] = largeType ? 'large' : 'regular'
    dataset['reach'] = lowered ? 'low' : 'regular'
  }, [largeType, lowered])
}
