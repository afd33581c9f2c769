import { type ComponentProps, type ReactNode, useId } from 'react'

interface EntryFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  label: string
  hint: string
  /** What is wrong, in words. */
  fault: string | undefined
  /** The keypad on the screen writes here. */
  marked: boolean
  /** Beside the label. */
  extra?: ReactNode
}

/** A large input with its label, what belongs into it, and what is wrong with it. */
export function EntryField({ label, hint, fault, marked, extra, className = '', ...input }: EntryFieldProps) {
  const id = useId()
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <label htmlFor={id} className="text-lg font-semibold">
          {label}
        </label>
        {extra}
      </div>
      <input
        {...input}
        id={id}
        type="text"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={`${id}note`}
        data-marked={marked || undefined}
        className={`tabular mt-1.5 min-h-16 w-full rounded-2xl bg-ink-950 px-5 font-semibold ring-1 ring-inset ring-ink-600 placeholder:font-normal placeholder:text-mist/50 focus:ring-2 focus:ring-lamp focus:outline-none aria-invalid:ring-2 aria-invalid:ring-coral data-marked:ring-2 data-marked:ring-lamp ${className}`}
      />
      <p
        id={`${id}note`}
        role={fault ? 'alert' : undefined}
        className={`mt-1.5 text-base ${fault ? 'text-coral' : 'text-mist'}`}
      >
        {fault ?? hint}
      </p>
    </div>
  )
}
