import type { ComponentProps } from 'react'
import { Spinner } from './spinner.tsx'

export type ButtonKind = 'primary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'large'

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind
  size?: ButtonSize
  /** Work is under way: a spinner shows and further presses do nothing. The button keeps the keyboard's focus. */
  busy?: boolean
}

const kinds: Record<ButtonKind, string> = {
  primary:
    'bg-lamp text-on-lamp shadow-lamp hover:bg-lamp-bright active:bg-lamp-bright disabled:bg-ink-700 disabled:text-mist disabled:shadow-none aria-disabled:bg-ink-700 aria-disabled:text-mist aria-disabled:shadow-none',
  quiet:
    'bg-ink-800 text-paper ring-1 ring-inset ring-ink-600 hover:bg-ink-700 active:bg-ink-700 disabled:text-mist disabled:ring-ink-700 aria-disabled:text-mist aria-disabled:ring-ink-700',
  danger: 'bg-transparent text-coral ring-1 ring-inset ring-coral/60 hover:bg-coral/10 active:bg-coral/15',
}

/** 3 rem is 60 px on a kiosk and 48 px on a phone. */
const sizes: Record<ButtonSize, string> = {
  regular: 'min-h-12 px-5 text-base rounded-2xl gap-2.5',
  large: 'min-h-16 px-8 text-xl rounded-[1.25rem] gap-3',
}

/** The looks of a button, for links that should look like one. */
export function buttonClass(look: { kind?: ButtonKind; size?: ButtonSize } = {}): string {
  const { kind = 'primary', size = 'regular' } = look
  return `inline-flex items-center justify-center py-2 font-semibold leading-tight transition-[background-color,transform] duration-150 active:scale-[0.985] disabled:active:scale-100 disabled:cursor-not-allowed aria-disabled:active:scale-100 aria-disabled:cursor-progress ${sizes[size]} ${kinds[kind]}`
}

export function Button({
  kind = 'primary',
  size = 'regular',
  busy = false,
  disabled = false,
  className = '',
  children,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled && !busy}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
      aria-busy={busy || undefined}
      className={`${buttonClass({ kind, size })} ${className}`}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}
