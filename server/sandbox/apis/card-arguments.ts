import { yuan } from '#contract/money.ts'
import { addDays, type LocalDate, toInstant } from '#contract/time.ts'
import { decipherPassword } from '../protocol/card-cipher.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Call } from './api.ts'
import { type Arguments, optionalDay, optionalText, text } from './arguments.ts'

/** The calendar day of an instant in Beijing: cards run by it, not by the business day of the shows. */
export const beijingDay = (epochMs: number): LocalDate => toInstant(epochMs).slice(0, 10)

/**
 * An amount with a sign and at most two decimals, in hundredths: of a yuan or of a point (7.3.3, 7.4.3).
 *
 * @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR, ILLEGAL_ARGUMENT for nothing
 */
export function signedHundredths(args: Arguments, name: string): number {
  const value = text(args, name)
  const [, sign, whole, decimals = ''] = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(value) ?? []
  if (whole === undefined)
    throw new BizRefusal('FORMAT_ERROR', `${name} has to be like "100.00" or "-100.00"`)
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (hundredths === 0) throw new BizRefusal('ILLEGAL_ARGUMENT', `${name} is nothing`)
  return sign === '-' ? -hundredths : hundredths
}

/** "-12.50" for -1250 */
export const signedDecimal = (hundredths: number): string =>
  hundredths < 0 ? `-${yuan(-hundredths)}` : yuan(hundredths)

/**
 * Why an amount is changed; what takes something from a guest has to say it (7.3.2, 7.4.2).
 *
 * @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR
 */
export function descriptionOf(args: Arguments, change: number): string | null {
  const description = optionalText(args, 'description', 100) ?? null
  if (change < 0 && description === null)
    throw new BizRefusal('NULL_ARGUMENT', 'description: what takes something away has to say why')
  return description
}

/** The six digits that an enciphered password stands for. @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR */
export function passwordOf({ args, channel }: Call, name: string): string {
  const password = decipherPassword(text(args, name, 512), channel.cardKey)
  if (password === undefined)
    throw new BizRefusal(
      'FORMAT_ERROR',
      `${name} has to be six digits, enciphered with the channel's card key`,
    )
  return password
}

const daysBack = 90

/**
 * The days that records are asked for. Pages do not exist in this version of the specification (7.12.2), so that
 * ninety days back from the end is always the most.
 *
 * @returns epoch ms, the end not included
 * @throws BizRefusal NULL_ARGUMENT, FORMAT_ERROR, ILLEGAL_ARGUMENT
 */
export function recordPeriod({ args, now }: Call): { fromMs: number; toMs: number } {
  const [startDate, endDate] = ['startDate', 'endDate'].map(name => {
    const day = optionalDay(args, name)
    if (day === undefined) throw new BizRefusal('NULL_ARGUMENT', name)
    if (day > beijingDay(now)) throw new BizRefusal('ILLEGAL_ARGUMENT', `${name} is still to come`)
    return day
  })
  if (startDate === undefined || endDate === undefined) throw new BizRefusal('NULL_ARGUMENT')
  if (endDate < startDate) throw new BizRefusal('ILLEGAL_ARGUMENT', 'endDate lies before startDate')
  if (startDate < addDays(endDate, -daysBack))
    throw new BizRefusal('ILLEGAL_ARGUMENT', `at most ${daysBack} days back from endDate`)
  return { fromMs: midnight(startDate), toMs: midnight(addDays(endDate, 1)) }
}

/** When a day begins in Beijing, epoch ms. */
export const midnight = (day: LocalDate): number => Date.parse(`${day}T00:00:00+08:00`)

/** The same day `months` later, or the last one of a shorter month. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const longest = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, longest))).toISOString().slice(0, 10)
}
