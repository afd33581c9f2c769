import type { ApiTable } from './notation.ts'
import { getCinemas, getSchedules } from './programme.ts'

/** Every interface of the specification, in its order. */
const tables = [getCinemas, getSchedules] as const

export type ApiName = (typeof tables)[number]['api']

export const answerTables: ReadonlyMap<ApiName, ApiTable<ApiName>> = new Map(
  tables.map(table => [table.api, table]),
)
