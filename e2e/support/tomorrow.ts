import { addDays, businessDay, type LocalDate } from '#contract/time.ts'

/** The day after this one: its shows are on sale whatever the hour, while late at night today has none left. */
export const tomorrow = (): LocalDate => addDays(businessDay(Date.now()), 1)
