import { useEffect } from 'react'
import { useMedia } from '#src/lib/use-media.ts'

/** Tells the style sheet to use the high contrast, asked for here or in the guest's own system. */
export function useContrastOnDocument(asked = false): void {
  const wanted = useMedia('(prefers-contrast: more)')
  useEffect(() => {
    document.documentElement.dataset['contrast'] = asked || wanted ? 'high' : 'regular'
  }, [asked, wanted])
}
