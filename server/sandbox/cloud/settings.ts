import type { z } from 'zod'
import type { Db } from './database.ts'

/** What was switched over the control interface and has to survive the end of the process. A reset forgets it. */
export function settingsIn(db: Db) {
  const read = db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck()
  const write = db.prepare<[string, string]>(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    /** @throws ZodError when the file holds something else under that name */
    get<T>(name: string, schema: z.ZodType<T>): T | undefined {
      const value = read.get(name)
      return value === undefined ? undefined : schema.parse(JSON.parse(value))
    },
    set: (name: string, value: unknown): void => void write.run(name, JSON.stringify(value)),
  }
}
export type Settings = ReturnType<typeof settingsIn>
