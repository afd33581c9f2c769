import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { kioskMessages } from './messages.ts'

export type KioskStep = 'film' | 'show' | 'seats' | 'pay' | 'ticket'

const order: readonly KioskStep[] = ['film', 'show', 'seats', 'pay', 'ticket']

/** Where the guest is on the way; the bar at the lower edge takes her back. */
export function KioskSteps({ step }: { step: KioskStep }) {
  const t = useMessages(kioskMessages)
  const words = {
    film: t.stepFilm,
    show: t.stepShow,
    seats: t.stepSeats,
    pay: t.stepPay,
    ticket: t.stepTicket,
  }
  const here = order.indexOf(step)
  return (
    <ol aria-label={t.stepsLabel} className="flex items-center gap-2 text-base text-mist">
      {order.map((name, i) => (
        <li
          key={name}
          aria-current={i === here ? 'step' : undefined}
          className="group flex items-center gap-2"
        >
          {i > 0 && (
            <span
              aria-hidden="true"
              className={`h-0.5 w-5 rounded ${i <= here ? 'bg-lamp' : 'bg-ink-600'}`}
            />
          )}
          <span className={`flex items-center gap-1.5 ${i === here ? 'font-semibold text-lamp' : ''}`}>
            {i < here && <Icon name="check" className="size-5 text-lamp" />}
            {words[name]}
          </span>
        </li>
      ))}
    </ol>
  )
}
