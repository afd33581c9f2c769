import type { PickupTicket } from '#contract/pickup.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { type PickupMessages, pickupMessages } from './messages.ts'
import { type PrintWord, printWordOf } from './print-state.ts'

interface PrintReportProps {
  ticket: PickupTicket
  /** Asks the cinema again. */
  onCheck: () => void
  busy: boolean
}

/** What became of the paper: in one sentence, and ticket by ticket when they differ. */
export function PrintReport({ ticket, onCheck, busy }: PrintReportProps) {
  const t = useMessages(pickupMessages)
  const word = printWordOf(ticket)
  return (
    <section aria-label={t.tickets} className="space-y-4">
      {word.kind === 'unknown' ? (
        <Notice tone="warning" title={t.stateUnknown} action={{ label: t.check, onPress: onCheck, busy }}>
          {t.stateUnknownHint}
        </Notice>
      ) : word.kind === 'all-refunded' ? (
        <Notice tone="warning" title={t.stateRefunded}>
          {t.stateRefundedHint}
        </Notice>
      ) : (
        <p role="status" className="flex items-center gap-3 text-lg font-semibold">
          <Icon name={word.kind === 'printed' ? 'check' : 'ticket'} className="size-7 text-leaf" />
          {sentence(word, t)}
        </p>
      )}
      <ul className="divide-y divide-ink-700/70 rounded-2xl bg-ink-850 px-5 ring-1 ring-inset ring-ink-700/70">
        {ticket.tickets.map(entry => (
          <li
            key={`${entry.sectionName} ${entry.row} ${entry.column}`}
            className="flex items-center justify-between gap-4 py-3"
          >
            <span className="min-w-0">
              <span className={`text-lg font-semibold ${entry.refunded ? 'text-mist line-through' : ''}`}>
                {t.seat(entry.row, entry.column)}
              </span>
              {entry.sectionName && <span className="ml-3 text-base text-mist">{entry.sectionName}</span>}
            </span>
            <TicketState entry={entry} known={ticket.printState !== 'unknown'} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TicketState({ entry, known }: { entry: PickupTicket['tickets'][number]; known: boolean }) {
  const t = useMessages(pickupMessages)
  if (entry.refunded) return <span className="text-base font-semibold text-coral">{t.refunded}</span>
  if (!known) return <span className="text-base text-mist">{t.unknownPrint}</span>
  return entry.printed ? (
    <span className="flex items-center gap-2 text-base text-leaf">
      <Icon name="check" className="size-5" />
      {t.printed}
    </span>
  ) : (
    <span className="text-base text-mist">{t.notPrinted}</span>
  )
}

function sentence(word: Exclude<PrintWord, { kind: 'unknown' | 'all-refunded' }>, t: PickupMessages): string {
  switch (word.kind) {
    case 'printed':
      return t.statePrinted
    case 'waiting':
      return t.stateNotPrinted(word.count)
    case 'partly':
      return t.statePartly(word.printed, word.all)
    default:
      return word satisfies never
  }
}
