import { useMessages } from '#src/i18n/messages.ts'
import { pinTyped } from './code-entry.ts'
import type { EntryInputProps } from './code-field.tsx'
import { EntryField } from './entry-field.tsx'
import { pickupMessages } from './messages.ts'

/** The four digits beside the pickup code. */
export function PinField({
  ref,
  value,
  fault,
  keypad,
  marked,
  onChange,
  onPasteBoth,
  onFocus,
}: EntryInputProps) {
  const t = useMessages(pickupMessages)
  return (
    <EntryField
      ref={ref}
      name="pin"
      label={t.pin}
      hint={t.pinHint}
      fault={fault && { missing: t.pinMissing, malformed: t.pinMalformed }[fault]}
      marked={marked}
      value={value}
      inputMode={keypad ? 'none' : 'numeric'}
      enterKeyHint="search"
      placeholder="0000"
      onFocus={onFocus}
      onChange={({ target }) => onChange(pinTyped(target.value))}
      onPaste={event => {
        if (onPasteBoth(event.clipboardData.getData('text'))) event.preventDefault()
      }}
      className="text-2xl tracking-[0.5em]"
    />
  )
}
