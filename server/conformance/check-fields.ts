import type { Mode } from './tables/forms.ts'
import type { Field, FieldType, Scalar } from './tables/notation.ts'

/** Where something differs from its table. */
export interface Violation {
  api: string
  /** "dataList[3].film.duration" */
  path: string
  rule: Broken
  /** What the table has there. */
  wanted: string
  /** What stands there instead, as JSON, shortened; '' when nothing does. */
  found: string
}
export type Broken = 'missing' | 'unknown' | 'type' | 'empty' | 'form' | 'length'

/** How to look, and whom to tell. */
export interface Look {
  mode: Mode
  report(path: string, rule: Broken, wanted: string, found: unknown): void
}

/** Looks at one thing after another for `api`. @returns what it finds wrong, filled while looking */
export function lookFor(api: string, mode: Mode): { look: Look; violations: Violation[] } {
  const violations: Violation[] = []
  const report: Look['report'] = (path, rule, wanted, found) => {
    violations.push({ api, path, rule, wanted, found: shortened(found) })
  }
  return { look: { mode, report }, violations }
}

const longest = 80
function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** Holds an object against the lines of a table; in strict mode it may have no other fields. */
export function checkFields(fields: readonly Field[], value: object, path: string, look: Look): void {
  const values = new Map<string, unknown>(Object.entries(value))
  const under = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const field of fields) {
    const name = nameIn(values, field, look.mode)
    checkField(field, values.get(name), under(name), look)
    values.delete(name)
  }
  if (look.mode === 'tolerant') return
  for (const [name, found] of values) look.report(under(name), 'unknown', 'no such field', found)
}

function nameIn(values: ReadonlyMap<string, unknown>, { name, alsoNamed = [] }: Field, mode: Mode): string {
  if (mode === 'strict' || values.has(name)) return name
  return alsoNamed.find(other => values.has(other)) ?? name
}

function checkField(field: Field, value: unknown, path: string, look: Look): void {
  const { type } = field
  const tolerant = look.mode === 'tolerant'
  const mayLack = !field.required || (tolerant && field.lackedByExample)
  // A real cloud's optional values arrive as missing, null or ""; they are to be sent as missing.
  const absent = value === undefined || (tolerant && mayLack && (value === null || value === ''))
  if (absent) {
    if (!mayLack) look.report(path, 'missing', nameOf(type), value)
  } else if (typeof type === 'string') checkScalar(type, field, value, path, look)
  else if ('Object' in type) checkObject(type.Object, value, path, look)
  else checkArray(type.Array, value, path, look)
}

function checkObject(fields: readonly Field[], value: unknown, path: string, look: Look): void {
  if (isObject(value)) checkFields(fields, value, path, look)
  else look.report(path, 'type', 'Object', value)
}

function checkArray(of: readonly Field[] | 'String', value: unknown, path: string, look: Look): void {
  if (!Array.isArray(value)) {
    look.report(path, 'type', 'Array', value)
    return
  }
  const element: Field = { name: '', type: of === 'String' ? of : { Object: of }, required: true }
  for (const [index, each] of value.entries()) checkField(element, each, `${path}[${index}]`, look)
}

function checkScalar(type: Scalar, field: Field, value: unknown, path: string, look: Look): void {
  const { alsoTyped, form, length, mayBeEmpty } = field
  const asInExample = look.mode === 'tolerant' && alsoTyped !== undefined && isOf[alsoTyped](value)
  const text = String(value)
  if (!isOf[type](value) && !(asInExample && writes[type].test(text))) look.report(path, 'type', type, value)
  else if (text === '') {
    if (!mayBeEmpty) look.report(path, 'empty', form?.wanted ?? type, value)
  } else if (form && !form.holds(text, look.mode)) look.report(path, 'form', form.wanted, value)
  else if (length && (text.length < length[0] || text.length > length[1]))
    look.report(path, 'length', `${length[0]} to ${length[1]} characters`, value)
}

const isOf: Readonly<Record<Scalar | 'Number', (value: unknown) => boolean>> = {
  Number: Number.isFinite,
  String: value => typeof value === 'string',
  Integer: Number.isSafeInteger,
  Boolean: value => typeof value === 'boolean',
}

/** How a value of another type says one of this type: "1" for 1, "false" for false. */
const writes: Readonly<Record<Scalar, RegExp>> = {
  String: /^/,
  Integer: /^-?\d+$/,
  Boolean: /^(true|false)$/,
}

function nameOf(type: FieldType): string {
  if (typeof type === 'string') return type
  return 'Object' in type ? 'Object' : 'Array'
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
