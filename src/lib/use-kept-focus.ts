import { type RefObject, useEffect, useRef } from 'react'

interface KeptFocus<T> {
  /** The element that takes the focus; it needs a tab index of -1 if it is no control. */
  readonly keeper: RefObject<T | null>
  /** To be told when the control that may go is pressed. */
  readonly pressed: () => void
}

/**
 * Keeps the keyboard where it was when the control that it pressed goes away with the press: the focus would fall
 * back to the page's beginning, so the keeper takes it.
 */
export function useKeptFocus<T extends HTMLElement>(): KeptFocus<T> {
  const keeper = useRef<T>(null)
  const waiting = useRef(false)
  useEffect(() => {
    if (!waiting.current) return
    waiting.current = false
    if (document.activeElement === document.body) keeper.current?.focus({ preventScroll: true })
  })
  return {
    keeper,
    pressed: () => {
      waiting.current = true
    },
  }
}
