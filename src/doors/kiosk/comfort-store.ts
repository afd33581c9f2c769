import { useEffect } from 'react'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

/** How this guest wants to see and reach the screen; the next one starts afresh. */
interface Comfort {
  largeType: boolean
  highContrast: boolean
  /** The content moves into the lower two thirds, for a guest who sits. */
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
  const { largeType, highContrast } = useComfort()
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['type'] = largeType ? 'large' : 'regular'
    dataset['contrast'] = highContrast ? 'high' : 'regular'
  }, [largeType, highContrast])
}
