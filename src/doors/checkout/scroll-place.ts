import { useLayoutEffect } from 'react'
import { useLocation } from 'react-router'

/** Where long lists were left, by address; a reload starts at the top again. */
const places = new Map<string, number>()

/** A new screen starts at its top; one that keeps its place is found again where it was left. */
export function useScrollPlace(keepsPlace: boolean): void {
  const { pathname, search } = useLocation()
  const address = `${pathname}${search}`
  // Before the next screen is laid out: a shorter page would scroll by itself and be noted as this one's place.
  useLayoutEffect(() => {
    scrollTo({ top: keepsPlace ? (places.get(address) ?? 0) : 0 })
    if (!keepsPlace) return
    const note = () => places.set(address, scrollY)
    addEventListener('scroll', note, { passive: true })
    return () => removeEventListener('scroll', note)
  }, [address, keepsPlace])
}
