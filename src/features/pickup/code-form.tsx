import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { PickupRequest } from '#contract/pickup.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { minutesAndSeconds } from '#src/lib/countdown.ts'
import { Button } from '#src/ui/button.tsx'
import { Keypad } from '#src/ui/keypad.tsx'
import {
  type CodeEntry,
  checkEntry,
  codeTyped,
  type EntryFault,
  entryPasted,
  pinTyped,
} from './code-entry.ts'
import { CodeField } from './code-field.tsx'
import { pickupMessages } from './messages.ts'
import { PinField } from './pin-field.tsx'

interface CodeFormProps {
  entry: CodeEntry
  onEntry: (entry: CodeEntry) => void
  onFind: (request: PickupRequest) => void
  busy: boolean
  /** Milliseconds before another try makes sense. */
  waitMs: number
  /** Digits to press on the screen itself, where nobody has a keyboard. */
  keypad: boolean
  /** What came of the last try. */
  notice: ReactNode
}

type Field = keyof CodeEntry

/** Pickup code and four digits, each told apart when it is wrong; a pasted message fills both. */
export function CodeForm({ entry, onEntry, onFind, busy, waitMs, keypad, notice }: CodeFormProps) {
  const t = useMessages(pickupMessages)
  const [complaining, setComplaining] = useState(false)
  const [active, setActive] = useState<Field>('code')
  const fields = { code: useRef<HTMLInputElement>(null), pin: useRef<HTMLInputElement>(null) }
  const checked = checkEntry(entry)
  const fault = (field: Field): EntryFault | undefined =>
    complaining && !checked.ok ? checked[field] : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setComplaining(true)
    if (!checked.ok) fields[checked.code ? 'code' : 'pin'].current?.focus()
    else if (!busy && waitMs === 0) onFind(checked.request)
  }

  function paste(text: string): boolean {
    const both = entryPasted(text)
    if (both) onEntry(both)
    return both !== undefined
  }

  const retype = (change: (text: string) => string) =>
    onEntry(
      active === 'code'
        ? { ...entry, code: codeTyped(change(entry.code)) }
        : { ...entry, pin: pinTyped(change(entry.pin)) },
    )

  return (
    <form
      noValidate
      aria-label={t.codeTitle}
      onSubmit={submit}
      className={keypad ? 'grid h-full grid-cols-[minmax(0,1fr)_18rem] gap-x-8' : 'space-y-5'}
    >
      <div className="flex flex-col gap-5">
        <h2 className="font-display text-2xl font-bold">{t.codeTitle}</h2>
        <CodeField
          ref={fields.code}
          value={entry.code}
          fault={fault('code')}
          keypad={keypad}
          marked={keypad && active === 'code'}
          onChange={code => onEntry({ ...entry, code })}
          onPasteBoth={paste}
          onFocus={() => setActive('code')}
        />
        <PinField
          ref={fields.pin}
          value={entry.pin}
          fault={fault('pin')}
          keypad={keypad}
          marked={keypad && active === 'pin'}
          onChange={pin => onEntry({ ...entry, pin })}
          onPasteBoth={paste}
          onFocus={() => setActive('pin')}
        />
        {notice}
        <Button
          type="submit"
          size={keypad ? 'large' : 'regular'}
          busy={busy}
          disabled={waitMs > 0}
          className="mt-auto min-h-16 w-full"
        >
          {busy ? t.finding : waitMs > 0 ? `${t.find} · ${minutesAndSeconds(waitMs)}` : t.find}
        </Button>
      </div>
      {keypad && (
        <Keypad
          label={t.keypad}
          labels={{ erase: t.erase, clear: t.clear }}
          onDigit={digit => retype(text => text + digit)}
          onErase={() => retype(text => text.slice(0, -1))}
          onClear={() => retype(() => '')}
          className="auto-rows-fr"
        />
      )}
    </form>
  )
}
