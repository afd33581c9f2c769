import { checkFields, isObject, type Look, lookFor, type Violation } from './check-fields.ts'
import type { Mode } from './tables/forms.ts'
import { type Answer, type ApiTable, array, type Field, field, object, optional } from './tables/notation.ts'

/**
 * Holds a whole answer, parsed from its JSON, against the table of its interface.
 *
 * Strict: the outer envelope of 1.6, the inner one of the table, and exactly the table's fields, types and forms; an
 * optional field is absent or has a value. Tolerant: also all that the specification's own examples show instead, and
 * fields that no table knows. An answer that is no success may lack its object or list.
 *
 * @returns none for a right answer; paths begin in the inner envelope (`dataList[3].film.duration`), those of the
 * outer one with `envelope.`
 */
export function checkAnswer(table: ApiTable, body: unknown, { mode }: { mode: Mode }): Violation[] {
  const { look, violations } = lookFor(table.api, mode)
  const inner = innerOf(table, body, look)
  if (inner) checkFields(innerFields(table.answer, inner, mode), inner, '', look)
  return violations
}

const outerFields: readonly Field[] = ['api', 'v', 'retCode', 'retMsg'].map(name => field(name, 'String'))

/** Looks at the outer envelope. @returns the inner one; undefined when there is none to look at */
function innerOf(table: ApiTable, body: unknown, look: Look): Record<string, unknown> | undefined {
  if (!isObject(body)) {
    look.report('envelope', 'type', 'Object', body)
    return undefined
  }
  // The example of 4.4.5 is an inner envelope alone.
  if (look.mode === 'tolerant' && 'bizCode' in body && !('retCode' in body)) return body
  const { data, ...head } = body
  checkFields(outerFields, head, 'envelope', look)
  if (typeof head['api'] === 'string' && head['api'] !== table.api)
    look.report('envelope.api', 'form', table.api, head['api'])
  // A call that the platform refused came to no business.
  const nothing = data === undefined || (look.mode === 'tolerant' && (data === null || data === ''))
  if (head['retCode'] !== '0' && nothing) return undefined
  // 1.6 types data as String.
  const inner = look.mode === 'tolerant' && typeof data === 'string' ? parsed(data) : data
  if (isObject(inner)) return inner
  look.report('envelope.data', data === undefined ? 'missing' : 'type', 'Object', data)
  return undefined
}

/** Codes that say the business was done: SUCCESS, and the "yes" of getOrderPrintStatus (5.10.5). */
const successes: ReadonlySet<unknown> = new Set(['SUCCESS', 'PRINT_TICKET_ALLOW'])

function innerFields(answer: Answer, inner: Record<string, unknown>, mode: Mode): Field[] {
  const codes = [field('bizCode', 'String'), field('bizMsg', 'String')]
  if (answer.kind === 'codes alone') return codes
  const inList =
    answer.kind === 'dataList' || (mode === 'tolerant' && answer.alsoInList && Array.isArray(inner['data']))
  const type = inList ? array(answer.fields) : object(answer.fields)
  const line = successes.has(inner['bizCode']) ? field : optional
  return [...codes, line(answer.kind, type)]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
