import { z } from 'zod'

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

/** One sentence in every language we speak. */
export type Text = Readonly<Record<Language, string>>
