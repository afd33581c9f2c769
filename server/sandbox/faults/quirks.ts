import type { Quirk } from '#contract/sandbox-faults.ts'
import { isObject } from '../apis/arguments.ts'

type Json = unknown

/**
 * An answer in a form that the specification's own examples show, or that callers of the real cloud have met, in
 * place of its tables' form.
 *
 * @param body a whole answer of specification 1.6, as JSON
 */
export function withQuirks(body: string, quirks: readonly Quirk[]): string {
  if (quirks.length === 0) return body
  let answer: Json = JSON.parse(body)
  // The forms of values first: once `data` is a string nobody looks into it again.
  for (const quirk of [...quirks].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
    answer = forms[quirk](answer)
  return JSON.stringify(answer)
}

const order: readonly Quirk[] = [
  'spellings',
  'loose-types',
  'short-money',
  'blanks',
  'array-of-one',
  'data-as-string',
  'no-envelope',
]

const forms: Readonly<Record<Quirk, (answer: Json) => Json>> = {
  spellings: answer => mapObjects(answer, respelled),
  'loose-types': answer =>
    mapPayload(answer, payload =>
      mapLeaves(payload, leaf =>
        typeof leaf === 'number' || typeof leaf === 'boolean' ? String(leaf) : leaf,
      ),
    ),
  'short-money': answer =>
    mapLeaves(answer, leaf =>
      typeof leaf === 'string' && /^-?\d+\.\d\d$/.test(leaf) ? leaf.replace(/\.?0+$/, '') : leaf,
    ),
  blanks: answer => mapObjects(answer, withBlanks),
  'array-of-one': answer => mapPayload(answer, payload => (isObject(payload) ? [payload] : payload)),
  'data-as-string': answer =>
    isObject(answer) && 'data' in answer ? { ...answer, data: JSON.stringify(answer['data']) } : answer,
  'no-envelope': answer => (isObject(answer) && 'data' in answer ? answer['data'] : answer),
}

/** What `data` or `dataList` of the inner part holds, changed. */
function mapPayload(answer: Json, change: (payload: Json) => Json): Json {
  if (!isObject(answer) || !isObject(answer['data'])) return answer
  const inner = answer['data']
  return {
    ...answer,
    data: {
      ...inner,
      ...('data' in inner ? { data: change(inner['data']) } : {}),
      ...('dataList' in inner ? { dataList: change(inner['dataList']) } : {}),
    },
  }
}

function mapLeaves(value: Json, change: (leaf: Json) => Json): Json {
  if (Array.isArray(value)) return value.map(item => mapLeaves(item, change))
  if (!isObject(value)) return change(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapLeaves(inner, change)]))
}

type Entry = [name: string, value: Json]

function mapObjects(value: Json, change: (entries: Entry[]) => Entry[]): Json {
  if (Array.isArray(value)) return value.map(item => mapObjects(item, change))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]): Entry => [name, mapObjects(inner, change)])
  return Object.fromEntries(change(entries))
}

/** The names of the examples where they differ from the tables: 4.2.5, 6.1.5, 6.4.5. */
function respelled(entries: Entry[]): Entry[] {
  const isGoods = entries.some(([name]) => name === 'isDiscount')
  return entries.map(([name, value]): Entry => {
    if (name === 'ticketfee') return ['ticketFee', value]
    if (isGoods && name === 'salePrice') return ['standardPrice', value]
    if (isGoods && name === 'settlePrice') return ['settleprice', value]
    if (name === 'orderStatus' && value === 'goods_success') return [name, 'goods success']
    return [name, value]
  })
}

/** Optional fields that come blank where they do not apply, by a field that tells what the object is. */
const mayBeBlank: Readonly<Record<string, readonly Entry[]>> = {
  cityCode: [
    ['refundBeforeTime', ''],
    ['refundLimitCount', null],
  ],
  sessionCode: [
    ['settlePrice', null],
    ['ticketfee', ''],
    ['areaSettlePrices', null],
    ['benefitCardPrices', null],
  ],
  gradeDesc: [
    ['idCard', ''],
    ['address', null],
    ['email', ''],
    ['birthdate', null],
  ],
}

function withBlanks(entries: Entry[]): Entry[] {
  const names = new Set(entries.map(([name]) => name))
  const blanks = Object.entries(mayBeBlank).flatMap(([mark, fields]) => (names.has(mark) ? fields : []))
  return [...entries, ...blanks.filter(([name]) => !names.has(name))]
}
