import { isObject } from '../check-fields.ts'
import type { Field } from '../tables/notation.ts'

/** The request without each of the parameters that its table requires, in turn; of lists, without their first one's. */
export function lacking(fields: readonly Field[], request: object): { place: string; poorer: object }[] {
  return placesOf(fields).flatMap(names => {
    const poorer: object = structuredClone(request)
    return take(poorer, names) ? [{ place: names.join('.'), poorer }] : []
  })
}

function placesOf(fields: readonly Field[]): string[][] {
  return fields.flatMap(({ name, type, required }) => {
    const below = typeof type === 'string' ? [] : 'Object' in type ? type.Object : type.Array
    const deeper = below === 'String' ? [] : placesOf(below).map(names => [name, ...names])
    return required ? [[name], ...deeper] : deeper
  })
}

/** Takes the first one that is at that place away. @returns whether there was one */
function take(value: unknown, names: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some(element => take(element, names))
  const [name = '', ...deeper] = names
  if (!isObject(value) || !(name in value)) return false
  return deeper.length > 0 ? take(value[name], deeper) : Reflect.deleteProperty(value, name)
}
