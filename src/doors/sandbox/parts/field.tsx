import { type ComponentProps, useId } from 'react'

const box =
  'min-h-9 w-full rounded-xl bg-ink-900 px-3 text-sm ring-1 ring-inset ring-ink-600 placeholder:text-mist/80 disabled:text-mist/60'

interface Named {
  label: string
}

/** A word above the control that it names. */
function Label({ id, children }: { id: string; children: string }) {
  return (
    <label htmlFor={id} className="mb-1 block text-xs text-mist">
      {children}
    </label>
  )
}

export function TextField({ label, className = '', ...rest }: ComponentProps<'input'> & Named) {
  const id = useId()
  return (
    <div className={className}>
      <Label id={id}>{label}</Label>
      <input {...rest} id={id} className={box} />
    </div>
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
  const id = useId()
  return (
    <div className={className}>
      <Label id={id}>{label}</Label>
      <select {...rest} id={id} onChange={event => onPick(event.target.value)} className={`${box} pr-2`}>
        {choices.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
