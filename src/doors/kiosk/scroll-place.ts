import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

const places = new Map<string, number>()

/** Keeps how far a list was scrolled, so that a guest who comes back finds the films where she left them. */
export function useScrollPlace(keep: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const { pathname, search } = useLocation()
  const address = pathname + search
  useEffect(() => {
    const element = box.current
    if (!keep || !element) return
    element.scrollTop = places.get(address) ?? 0
    const note = () => places.set(address, element.scrollTop)
    element.addEventListener('scroll', note, { passive: true })
    return () => element.removeEventListener('scroll', note)
  }, [address, keep])
  return box
}

/** The next guest starts at the top. */
export function forgetPlaces(): void {
  places.clear()
}
