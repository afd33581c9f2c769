import type { Form } from './forms.ts'

/**
 * The notation of the tables: as near to the specification's own (name, type, required, remark) as TypeScript can
 * be. Strict mode wants exactly what stands in the table; tolerant mode also takes what the specification's own
 * examples show instead, which is why a field tells its other spellings and types.
 */

/** The column 类型: a scalar, or what the lines below it belong to. */
export type FieldType = Scalar | { Object: readonly Field[] } | { Array: readonly Field[] | 'String' }
export type Scalar = 'String' | 'Integer' | 'Boolean'

export interface Field extends Remarks {
  name: string
  type: FieldType
  required: boolean
}

/** What else the tables and examples say of a field. */
export interface Remarks {
  form?: Form
  /** Characters of a String: at least and at most. */
  length?: readonly [least: number, most: number]
  /** "" is a value: there is nothing to tell. */
  mayBeEmpty?: true
  /** Spellings of other paragraphs or examples; taken in tolerant mode. */
  alsoNamed?: readonly string[]
  /** The type that an example has instead, of which Number may have decimals; taken in tolerant mode. */
  alsoTyped?: Scalar | 'Number'
  /** Required by the table, and an example lacks it; may be absent in tolerant mode. */
  lackedByExample?: true
}

export const field = (name: string, type: FieldType, remarks: Remarks = {}): Field => ({
  name,
  type,
  required: true,
  ...remarks,
})

/** A field that the remarks let be empty (该值可为空), or a parameter that is not required (否). */
export const optional = (name: string, type: FieldType, remarks: Remarks = {}): Field => ({
  ...field(name, type, remarks),
  required: false,
})

export const object = (fields: readonly Field[]): FieldType => ({ Object: fields })
/** A list of objects. */
export const array = (fields: readonly Field[]): FieldType => ({ Array: fields })
export const arrayOfStrings: FieldType = { Array: 'String' }

/** What stands in the inner envelope beside bizCode and bizMsg. */
export type Answer =
  | { kind: 'data'; fields: readonly Field[]; alsoInList?: true }
  | { kind: 'dataList'; fields: readonly Field[] }
  | { kind: 'codes alone' }

export const data = (fields: readonly Field[]): Answer => ({ kind: 'data', fields })
/** An object in the table, a list of one in the example; taken in tolerant mode. */
export const dataAlsoInList = (fields: readonly Field[]): Answer => ({
  kind: 'data',
  fields,
  alsoInList: true,
})
export const dataList = (fields: readonly Field[]): Answer => ({ kind: 'dataList', fields })
export const codesAlone: Answer = { kind: 'codes alone' }

/** One interface of the specification. */
export interface ApiTable<Name extends string = string> {
  /** "4.1"; its parameters stand in 4.1.3 and its answer in 4.1.4. */
  paragraph: string
  api: Name
  request: readonly Field[]
  answer: Answer
}

export const table = <Name extends string>(
  paragraph: string,
  api: Name,
  request: readonly Field[],
  answer: Answer,
): ApiTable<Name> => ({ paragraph, api, request, answer })
