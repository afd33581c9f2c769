import type { Language } from '#contract/language.ts'
import { toInstant } from '#contract/time.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "19:30:05" in Beijing. */
export const timeOfDay = (epochMs: number): string => toInstant(epochMs).slice(11, 19)

/** "19:30" in Beijing. */
export const hourAndMinute = (epochMs: number): string => toInstant(epochMs).slice(11, 16)

/** "2026-11-23" in Beijing. */
export const dateOf = (epochMs: number): string => toInstant(epochMs).slice(0, 10)

/** "11-23 19:30:05": for instants that may lie on different days. */
export const dayAndTime = (epochMs: number): string => toInstant(epochMs).slice(5, 19).replace('T', ' ')

/** "19:30:05.123": for calls, of which several fall into one second. */
export const exactTime = (epochMs: number): string =>
  `${timeOfDay(epochMs)}.${String(epochMs % secondMs).padStart(3, '0')}`

const units = {
  zh: [' 天', ' 小时', ' 分钟', ' 秒'],
  en: [' d', ' h', ' min', ' s'],
} as const

/** "2 h 15 min": the two largest parts of a duration in ms; below a second "250 ms". */
export function duration(ms: number, language: Language): string {
  const whole = Math.abs(ms)
  if (whole < secondMs) return language === 'zh' ? `${whole} 毫秒` : `${whole} ms`
  const [days, hours, minutes, seconds] = units[language]
  const parts = [
    [Math.floor(whole / dayMs), days],
    [Math.floor((whole % dayMs) / hourMs), hours],
    [Math.floor((whole % hourMs) / minuteMs), minutes],
    [Math.floor((whole % minuteMs) / secondMs), seconds],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ')
}

/** How far the next morning is, 08:00 in Beijing, when cinemas have shows to sell again; always ahead. */
export function untilMorning(epochMs: number): number {
  const today = Date.parse(`${dateOf(epochMs)}T08:00:00+08:00`)
  return (today > epochMs ? today : today + dayMs) - epochMs
}
