import { toInstant } from '#contract/time.ts'

/** "2015-12-16 23:30:00", Beijing time, as every instant of the specification. */
export const beijingTime = (epochMs: number): string => toInstant(epochMs).slice(0, 19).replace('T', ' ')

/** Only the fields that have a value: the cloud leaves the others out. */
export const given = (fields: Readonly<Record<string, string | number | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
