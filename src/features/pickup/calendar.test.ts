import { expect, test } from 'vitest'
import { type CalendarEvent, calendarAddress, calendarFile } from './calendar.ts'

const event: CalendarEvent = {
  uid: '2016011541719556@foyer',
  title: '流浪星球, 第二部',
  place: '星河影城 1号厅; 上海',
  notes: '8排7座\n8排8座',
  startsAt: '2026-11-23T19:30:00+08:00',
  endsAt: '2026-11-23T16:15:00Z',
  remindMinutes: 60,
}
const nowMs = Date.parse('2026-11-20T01:02:03Z')

/** The file's lines as a calendar reads them: unfolded. */
const linesOf = (file: string): string[] => file.replace(/\r\n /g, '').split('\r\n')

test('times are Beijing times with their zone, the stamp is UTC', () => {
  const lines = linesOf(calendarFile(event, nowMs))
  expect(lines).toContain('DTSTART;TZID=Asia/Shanghai:20261123T193000')
  expect(lines).toContain('DTEND;TZID=Asia/Shanghai:20261124T001500')
  expect(lines).toContain('DTSTAMP:20261120T010203Z')
  expect(lines).toContain('TRIGGER:-PT60M')
})

test('the zone that the times name is described before the event', () => {
  const lines = linesOf(calendarFile(event, nowMs))
  expect(lines.indexOf('TZID:Asia/Shanghai')).toBeGreaterThan(0)
  expect(lines.indexOf('TZID:Asia/Shanghai')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'))
})

test('signs with a meaning of their own are escaped', () => {
  const lines = linesOf(calendarFile({ ...event, place: 'C:\\hall' }, nowMs))
  expect(lines).toContain('SUMMARY:流浪星球\\, 第二部')
  expect(lines).toContain('DESCRIPTION:8排7座\\n8排8座')
  expect(lines).toContain('LOCATION:C:\\\\hall')
  expect(linesOf(calendarFile(event, nowMs))).toContain('LOCATION:星河影城 1号厅\\; 上海')
})

test('a value cannot bring lines of its own', () => {
  const lines = linesOf(calendarFile({ ...event, title: 'x\r\nATTACH:http://a.example' }, nowMs))
  expect(lines.filter(line => line.startsWith('ATTACH'))).toEqual([])
})

test('no line is longer than 75 octets, and unfolding gives the text back whole', () => {
  const title = '很长的片名🎬'.repeat(20)
  const file = calendarFile({ ...event, title }, nowMs)
  const lengths = file.split('\r\n').map(line => new TextEncoder().encode(line).length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
  expect(linesOf(file)).toContain(`SUMMARY:${title}`)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('the address carries the very file', () => {
  const file = calendarFile(event, nowMs)
  const [head, body = ''] = calendarAddress(file).split(',', 2)
  expect(head).toBe('data:text/calendar;charset=utf-8')
  expect(decodeURIComponent(body)).toBe(file)
})
