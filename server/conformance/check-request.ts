import { checkFields, lookFor, type Violation } from './check-fields.ts'
import type { Mode } from './tables/forms.ts'
import type { ApiTable } from './tables/notation.ts'

/** Holds the business parameters of a call (`data` of 1.2) against the table of its interface; see checkAnswer. */
export function checkRequest(table: ApiTable, data: object, { mode }: { mode: Mode }): Violation[] {
  const { look, violations } = lookFor(table.api, mode)
  checkFields(table.request, data, '', look)
  return violations
}
