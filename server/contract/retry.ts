import { z } from 'zod'

/** What the screen offers after an error. */
export const Retry = z.enum(['now', 'later', 'choose-again', 'ask-staff'])
export type Retry = z.infer<typeof Retry>
