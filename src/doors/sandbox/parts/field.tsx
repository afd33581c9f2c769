import type { ComponentProps, ReactNode } from 'react'

const box =
  'min-h-9 w-full rounded-xl bg-ink-900 px-3 text-sm ring-1 ring-inset ring-ink-600 placeholder:text-mist/80 disabled:text-mist/60'

/** A word above what it names; the label holds the control, so no id has to be invented. */
function Labelled({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={`block text-xs text-mist ${className}`}>
      {label}
      <span className="mt-1 block text-paper">{children}</span>
    </label>
  )
}

interface Named {
  label: string
}

export function TextField({ label, className = '', ...rest }: ComponentProps<'input'> & Named) {
  return (
    <Labelled label={label} className={className}>
      <input {...rest} className={box} />
    </Labelled>
  )
}

export interface Choice {
  value: string
  name: string
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'children'>, Named {
  choices: readonly Choice[]
  onPick: (value: string) => void
}

export function SelectField({ label, choices, onPick, className = '', ...rest }: SelectProps) {
  return (
    <Labelled label={label} className={className}>
      <select {...rest} onChange={event => onPick(event.target.value)} className={`${box} pr-2`}>
        {choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
