import { useSyncExternalStore } from 'react'

/** As tall and as wide as no phone and hardly a window is: the screen of a kiosk, which the next guest will see. */
const kioskSize = '(min-width: 1000px) and (min-height: 1000px)'

/** True on a screen that guests share. */
export function useSharedScreen(): boolean {
  return useSyncExternalStore(subscribe, isShared)
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(kioskSize)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

const isShared = (): boolean => matchMedia(kioskSize).matches
