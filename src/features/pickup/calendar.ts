import type { Instant } from '#contract/time.ts'
import { toInstant } from '#contract/time.ts'

/** A show as a calendar shows it. All words come finished; times are instants. */
export interface CalendarEvent {
  /** Stays the same for the same tickets, so that adding them twice makes one entry. */
  uid: string
  title: string
  place: string
  notes: string
  startsAt: Instant
  endsAt: Instant
  /** Minutes before the start at which the phone reminds. */
  remindMinutes: number
}

/** Shanghai has kept one offset without summer time since 1991 (RFC 5545 3.6.5). */
const shanghai = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The event as an iCalendar file (RFC 5545), its times in Asia/Shanghai; `nowMs` stamps its making. */
export function calendarFile(event: CalendarEvent, nowMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Pickup//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...shanghai,
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${compact(new Date(nowMs).toISOString())}Z`,
    `DTSTART;TZID=Asia/Shanghai:${beijing(event.startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${beijing(event.endsAt)}`,
    `SUMMARY:${text(event.title)}`,
    `LOCATION:${text(event.place)}`,
    `DESCRIPTION:${text(event.notes)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(event.title)}`,
    `TRIGGER:-PT${event.remindMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** The file as an address that a link can offer for download. */
export const calendarAddress = (file: string): string =>
  `data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`

/** "20261123T193000": the instant on a clock in Beijing. */
const beijing = (instant: Instant): string => compact(toInstant(Date.parse(instant)))

const compact = (iso: string): string => iso.slice(0, 19).replace(/[-:]/g, '')

/** TEXT of RFC 5545 3.3.11. */
const text = (value: string): string =>
  value.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

/** Lines of at most 75 octets, never broken within a character (RFC 5545 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const parts: string[] = ['']
  let room = 75
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (size > room) {
      parts.push('')
      room = 74
    }
    parts[parts.length - 1] += sign
    room -= size
  }
  return parts.join('\r\n ')
}
