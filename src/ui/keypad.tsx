import { Icon } from './icon.tsx'

interface KeypadProps {
  label: string
  labels: { erase: string; clear: string }
  onDigit: (digit: string) => void
  onErase: () => void
  onClear: () => void
  className?: string
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const key =
  'min-h-14 rounded-2xl bg-ink-800 text-2xl font-semibold ring-1 ring-inset ring-ink-700 transition-transform active:scale-95 active:bg-ink-700 grid place-items-center'

/** Digits to press where there is no keyboard. The field itself stays an ordinary input. */
export function Keypad({ label, labels, onDigit, onErase, onClear, className = '' }: KeypadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form's part; these are keys
    <div role="group" aria-label={label} className={`grid grid-cols-3 gap-2.5 ${className}`}>
      {digits.map(digit => (
        <button key={digit} type="button" className={key} onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className={`${key} text-base`} onClick={onClear}>
        {labels.clear}
      </button>
      <button type="button" className={key} onClick={() => onDigit('0')}>
        0
      </button>
      <button type="button" className={key} onClick={onErase} aria-label={labels.erase}>
        <Icon name="erase" />
      </button>
    </div>
  )
}
