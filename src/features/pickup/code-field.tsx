import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { caretInGroups, codeInGroups, codeTyped, type EntryFault } from './code-entry.ts'
import { EntryField } from './entry-field.tsx'
import { pickupMessages } from './messages.ts'

export interface EntryInputProps {
  ref: Ref<HTMLInputElement | null>
  value: string
  fault: EntryFault | undefined
  keypad: boolean
  marked: boolean
  onChange: (value: string) => void
  /** Offered what was pasted; true when it filled both fields. */
  onPasteBoth: (text: string) => boolean
  onFocus: () => void
}

/** The pickup code, shown in groups of four while it is typed. */
export function CodeField({
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
  const [letters, setLetters] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number>(undefined)
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current)
  // The groups move what stands behind the caret; without this it would jump to the end.
  useLayoutEffect(() => {
    if (caret.current === undefined) return
    const at = caretInGroups(caret.current, value.length)
    input.current?.setSelectionRange(at, at)
    caret.current = undefined
  }, [value])
  return (
    <EntryField
      ref={input}
      name="code"
      label={t.code}
      hint={t.codeHint}
      fault={fault && { missing: t.codeMissing, malformed: t.codeMalformed }[fault]}
      marked={marked}
      value={codeInGroups(value)}
      inputMode={keypad ? 'none' : letters ? 'text' : 'numeric'}
      autoCapitalize="characters"
      enterKeyHint="next"
      onFocus={onFocus}
      onChange={({ target }) => {
        caret.current = codeTyped(target.value.slice(0, target.selectionStart ?? target.value.length)).length
        onChange(codeTyped(target.value))
      }}
      onPaste={event => {
        if (onPasteBoth(event.clipboardData.getData('text'))) event.preventDefault()
      }}
      className="text-2xl tracking-wide"
      extra={
        !keypad && (
          <button
            type="button"
            aria-pressed={letters}
            onClick={() => {
              setLetters(!letters)
              input.current?.focus()
            }}
            className="min-h-12 text-sm text-mist underline decoration-ink-600 underline-offset-4 pointer-fine:hidden"
          >
            {letters ? t.digitsOnly : t.letters}
          </button>
        )
      }
    />
  )
}
