import type { ComponentProps } from 'react'

type Kind = 'quiet' | 'plain' | 'lamp' | 'danger'

const kinds: Record<Kind, string> = {
  quiet:
    'bg-ink-800 ring-1 ring-inset ring-ink-600 enabled:hover:bg-ink-700 disabled:text-mist/70 disabled:ring-ink-700',
  plain: 'text-mist enabled:hover:bg-ink-800 enabled:hover:text-paper disabled:text-mist/60',
  lamp: 'bg-lamp font-semibold text-on-lamp enabled:hover:bg-lamp-bright disabled:bg-ink-700 disabled:text-mist',
  danger: 'text-coral ring-1 ring-inset ring-coral/50 enabled:hover:bg-coral/10 disabled:opacity-60',
}

/** The looks of a small button, for links that should look like one. */
export const toolClass = (kind: Kind = 'quiet') =>
  `inline-flex min-h-9 items-center justify-center gap-1.5 rounded-xl px-3 py-1 text-sm leading-tight whitespace-nowrap disabled:cursor-not-allowed ${kinds[kind]}`

/** A button for people who work at a desk: smaller than a guest's, and still easily hit. */
export function ToolButton({
  kind = 'quiet',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: Kind }) {
  return <button {...rest} type={type} className={`${toolClass(kind)} ${className}`} />
}
