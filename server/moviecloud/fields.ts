import { z } from 'zod'

/*
 * The cloud's values as they really arrive: numbers as strings, flags as "Y", "true" or true, money with any
 * number of decimals, absent as missing, null or "". Every schema here reads all of these forms and gives one.
 */

const blank = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A string; a number becomes its digits (ids come as either). */
export const text = z.union([z.string(), z.number().transform(String)])

/** Yuan as string or number, to integer fen; more than two decimals are refused unless they are zeros. */
export const fen = z.union([z.string(), z.number()]).transform((value, ctx) => {
  const match = /^(-?)(\d{1,12})(?:\.(\d{0,2})0*)?$/.exec(String(value).trim())
  if (!match) {
    ctx.addIssue({ code: 'custom', message: 'must be an amount in yuan with at most two decimals' })
    return z.NEVER
  }
  const [, minus, yuan = '0', decimals = ''] = match
  const amount = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
  return minus ? -amount : amount
})

/** A count, a coordinate, minutes: an integer, also when written "5" or "5.0". */
export const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.0*)?$/)
      .transform(Number),
  ])
  .pipe(z.int())

/** A number that need not be whole: points, a discount in per cent. */
export const decimal = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d*)?$/)
    .transform(Number),
])

/** "Y"/"N", "true"/"false", true/false, 1/0; a letter that no table names stays as it is. */
export const flag = z
  .union([z.boolean(), z.string(), z.number().transform(String)])
  .transform((value): boolean | string => {
    const word = String(value).trim().toLowerCase()
    if (['y', 'true', '1'].includes(word)) return true
    if (['n', 'false', '0'].includes(word)) return false
    return value
  })

/** "2016-01-15 09:55:00" in Beijing, to ISO 8601 with its offset. */
export const beijingTime = z.string().transform((value, ctx) => {
  const [, date = '', minute = '', second = ':00'] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?$/.exec(value.trim()) ?? []
  const iso = `${date}T${minute}${second}+08:00`
  if (!Number.isNaN(Date.parse(iso))) return iso
  ctx.addIssue({ code: 'custom', message: 'must be a time such as 2016-01-15 09:55:00' })
  return z.NEVER
})

/** A calendar day, also when written "2016-1-5" or with a time of day behind it. */
export const day = z.string().transform((value, ctx) => {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(value.trim()) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (z.iso.date().safeParse(iso).success) return iso
  ctx.addIssue({ code: 'custom', message: 'must be a day such as 2016-01-05' })
  return z.NEVER
})

/** A list that may be missing when there is nothing to list. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).default([])

/** A list whose absence would be taken for "there are none": it has to be there, if empty. */
export const givenList = <T extends z.ZodType>(item: T) => z.array(item)

/**
 * One object of an answer. Blank values count as absent. A money field is named with its unit: `settlePriceFen`
 * reads the cloud's `settlePrice`. `spellings` lists further names of a field where the document disagrees
 * with itself; the table's name comes first.
 */
export function record<S extends z.ZodRawShape>(
  shape: S,
  spellings: Partial<Record<keyof S, string[]>> = {},
) {
  const names = Object.keys(shape).map(key => {
    const table = key.endsWith('Fen') ? key.slice(0, -3) : key
    return [key, [...(spellings[key] ?? []), table]] as const
  })
  return z.preprocess(raw => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw
    const values = new Map(Object.entries(raw).filter(([, value]) => !blank(value)))
    return Object.fromEntries(
      names.flatMap(([key, candidates]) => {
        const found = candidates.find(name => values.has(name))
        return found === undefined ? [] : [[key, values.get(found)]]
      }),
    )
  }, z.object(shape))
}

/** What an act answers beside its code: an echo that may be missing altogether. */
export const echo = <S extends z.ZodRawShape>(shape: S) => z.preprocess(raw => raw ?? {}, record(shape))
