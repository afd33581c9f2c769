import { toInstant } from '#contract/time.ts'

/** "2015-12-16 23:30:00", Beijing time, as every instant of the specification. */
export const beijingTime = (epochMs: number): string => toInstant(epochMs).slice(0, 19).replace('T', ' ')
