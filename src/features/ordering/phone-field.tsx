import { type ReactNode, useId } from 'react'
import { Mobile } from '#contract/order.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { orderingMessages } from './messages.ts'
import { setPhone, usePhone } from './sale-store.ts'

interface PhoneFieldProps {
  required: boolean
  /** The guest tried to go on: say what is wrong with the number. */
  complain?: boolean
  /** What the door offers to type with, such as a keypad. */
  children?: ReactNode
}

/** The phone number, with the reason it is asked for; what is typed lives in the sale's store. */
export function PhoneField({ required, complain = false, children }: PhoneFieldProps) {
  const t = useMessages(orderingMessages)
  const phone = usePhone()
  const id = useId()
  const wrong = complain && !isPhoneUsable(phone, required)
  return (
    <div>
      <label htmlFor={id} className="text-lg font-semibold">
        {required ? t.phone : t.phoneOptional}
      </label>
      <p id={`${id}why`} className="mt-1 text-base text-mist">
        {required ? t.phoneWhyRequired : t.phoneWhyOptional}
      </p>
      <input
        id={id}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        value={phone}
        required={required}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}why ${id}wrong` : `${id}why`}
        onChange={event => setPhone(phoneDigits(event.target.value))}
        placeholder="1"
        className="tabular mt-3 min-h-14 w-full rounded-2xl bg-ink-950 px-5 text-2xl tracking-[0.08em] ring-1 ring-inset ring-ink-600 placeholder:text-mist/60 focus:ring-2 focus:ring-lamp aria-invalid:ring-coral"
      />
      {wrong && (
        <p id={`${id}wrong`} role="alert" className="mt-2 text-base text-coral">
          {t.phoneInvalid}
        </p>
      )}
      {children}
    </div>
  )
}

/** True when a payment may be opened with what has been typed; an empty field will do where it is optional. */
export function isPhoneUsable(phone: string, required: boolean): boolean {
  return phone === '' ? !required : Mobile.safeParse(phone).success
}

/** At most eleven digits, whatever was pasted: "+86 138-0013-8000" is 13800138000. */
export function phoneDigits(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  return (digits.length > 11 ? digits.replace(/^(0086|86)/, '') : digits).slice(0, 11)
}
