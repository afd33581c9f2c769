/** What Safari tells of two fingers; no standard and no other browser has it. */
interface Pinch {
  readonly clientX: number
  readonly clientY: number
  /** How far apart the fingers are, beside their distance at the start. */
  readonly scale: number
}

/**
 * Safari tells of a pinch on a trackpad by events of its own, where other browsers turn a wheel while Ctrl is held. It
 * sends them for fingers on a screen too, whose pointers have been understood already.
 *
 * @param idle whether no pointer is down
 * @param zoomed by how much since the last time
 */
export function listenToTrackpad(
  element: HTMLElement,
  { signal, idle }: { signal: AbortSignal; idle: () => boolean },
  zoomed: (at: Pinch, factor: number) => void,
): void {
  let scaleSoFar = 1
  const on = (type: string, listener: (pinch: Pinch) => void) => {
    const heard = (event: Event) => {
      if (!isPinch(event)) return
      // Or the page itself would grow.
      event.preventDefault()
      listener(event)
    }
    element.addEventListener(type, heard, { signal, passive: false })
  }
  on('gesturestart', () => {
    scaleSoFar = 1
  })
  on('gesturechange', pinch => {
    if (idle()) zoomed(pinch, pinch.scale / scaleSoFar)
    scaleSoFar = pinch.scale
  })
  on('gestureend', () => undefined)
}

const isPinch = (event: Event): event is Event & Pinch =>
  'scale' in event && typeof event.scale === 'number' && 'clientX' in event && 'clientY' in event
