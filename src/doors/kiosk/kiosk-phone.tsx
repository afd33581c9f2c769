import { useEffect, useState } from 'react'
import { isPhoneUsable, PhoneField, phoneDigits } from '#src/features/ordering/phone-field.tsx'
import { setPhone, usePhone } from '#src/features/ordering/sale-store.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { useKeptFocus } from '#src/lib/use-kept-focus.ts'
import { Button } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Keypad } from '#src/ui/keypad.tsx'
import { kioskMessages } from './messages.ts'

/** The phone number, offered and not asked for: one quiet line until she wants it. */
export function KioskPhone({ required, complain }: { required: boolean; complain: boolean }) {
  const t = useMessages(kioskMessages)
  const phone = usePhone()
  const [open, setOpen] = useState(phone !== '')
  // Whichever of the two stands here; the other went with the press.
  const { keeper, pressed } = useKeptFocus<HTMLButtonElement>()
  const shown = open || required
  // The keys have to be in sight once they are wanted.
  useEffect(() => {
    if (shown) keeper.current?.scrollIntoView({ block: 'nearest' })
  }, [shown, keeper])
  function toggle(opened: boolean) {
    pressed()
    setOpen(opened)
  }
  if (!shown) {
    return (
      <button
        ref={keeper}
        type="button"
        onClick={() => toggle(true)}
        className="flex min-h-14 w-full items-center gap-4 rounded-card px-7 text-left text-lg text-mist ring-1 ring-inset ring-ink-700 active:bg-ink-850"
      >
        <Icon name="phone" className="size-7" />
        {t.phoneOpen}
      </button>
    )
  }
  return (
    <Card ref={keeper} tabIndex={-1} aria-label={t.phoneOpen} className="p-7">
      <div className="grid gap-5 wide:grid-cols-2 wide:gap-8">
        <PhoneField required={required} complain={complain} />
        <Keypad
          className="max-w-96 wide:max-w-none"
          label={t.keypad}
          labels={{ erase: t.phoneErase, clear: t.phoneClear }}
          onDigit={digit => setPhone(phoneDigits(phone + digit))}
          onErase={() => setPhone(phone.slice(0, -1))}
          onClear={() => setPhone('')}
        />
      </div>
      {!required && isPhoneUsable(phone, false) && (
        <Button kind="quiet" className="mt-4" onClick={() => toggle(false)}>
          {t.phoneClose}
        </Button>
      )}
    </Card>
  )
}
