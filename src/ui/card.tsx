import type { ComponentProps } from 'react'

/** A raised surface for things that belong together. */
export function Card({ className = '', ...rest }: ComponentProps<'section'>) {
  return (
    <section {...rest} className={`rounded-card bg-ink-850 ring-1 ring-inset ring-ink-700/70 ${className}`} />
  )
}
