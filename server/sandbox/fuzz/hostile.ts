import { isObject } from '../apis/arguments.ts'
import { between, oneOf } from './attempt.ts'

type Json = unknown
type Random = () => number

/** Text that parsers, databases and people stumble over. */
const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\nX-Injected: 1\r\n',
  '\ud800',
  '\udc00\ud800',
  '𠮷👩‍👩‍👧',
  '＿６８１',
  '６８１',
  '٣',
  '١٢٣',
  '&data={}&',
  '+%2B%00',
  '%00',
  '%zz',
  "' OR '1'='1",
  "'; DROP TABLE show; --",
  '" OR 1=1 --',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '-0',
  '0',
  '00',
  '01',
  '0x10',
  '1e3',
  '1e-7',
  '1.',
  '.5',
  '0.001',
  '0.005',
  '45.00 ',
  ' 45.00',
  '+45',
  '４５.００',
  '1,000.00',
  '-45.00',
  '9999999',
  '9999999.99',
  '99999999',
  '9007199254740993',
  '99999999999999999999999999',
  '0000000000000001-1-01',
  '0000000000000001--',
  '0000000000000009-9-99',
  '2026-02-30',
  '2026-11-24 00:00:00',
  '0000-00-00',
  '9999-12-31',
  '-271821-04-20',
  '681',
  '112',
  'MemberCard',
  'BenefitCard',
  '\u202e\u200b\ufeff',
]
/** Values of every other kind, and amounts that are none. */
const values: readonly Json[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.1,
  1e-7,
  1e21,
  1.7976931348623157e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  45.5,
  681,
  [],
  {},
  [[]],
  [null],
  [{}],
  ['681'],
  { length: 1 },
  { toString: '681' },
  { valueOf: 1 },
]

/** A value that has no business where it is put. */
export function hostileValue(random: Random): Json {
  const kind = random()
  if (kind < 0.55) return oneOf(random, texts)
  if (kind < 0.9) return structuredClone(oneOf(random, values))
  if (kind < 0.93) return oneOf(random, ['a', '9', '漢', '\u0000', '-']).repeat(between(random, 60, 300))
  if (kind < 0.94) return oneOf(random, ['a', '9', '-']).repeat(between(random, 1000, 16_000))
  if (kind < 0.97) return nested(between(random, 2, 200), random() < 0.5)
  return Array.from({ length: between(random, 2, 300) }, () => structuredClone(oneOf(random, values)))
}

/** So many lists or objects inside each other. */
function nested(levels: number, lists: boolean): Json {
  let value: Json = '681'
  for (let level = 0; level < levels; level++) value = lists ? [value] : { a: value }
  return value
}

/** A deep copy with one to three things wrong in it. */
export function mutated(random: Random, data: Json): Json {
  const copy = structuredClone(data)
  const root = { data: copy }
  for (let wrongs = between(random, 1, 3); wrongs > 0; wrongs--) spoil(random, root)
  return root.data
}

interface Place {
  holder: object
  key: string
}

/** Every place below an object or a list. */
function places(value: Json): Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...places(inner)])
}

function spoil(random: Random, root: { data: Json }): void {
  const inside = places(root.data)
  // Now and then the whole of it, otherwise any place in it.
  const place = inside.length === 0 || random() < 0.03 ? { holder: root, key: 'data' } : oneOf(random, inside)
  const { holder, key } = place
  const old: Json = Reflect.get(holder, key)
  const put = (value: Json) => define(holder, key, value)
  const spoils: (() => void)[] = [
    () => put(hostileValue(random)),
    () => put(hostileValue(random)),
    () => put(hostileValue(random)),
    () => void (holder === root || Reflect.deleteProperty(holder, key)),
    () => put([old]),
    () => put({ [key]: old }),
    () => put(otherKind(old)),
    () => put(garbled(random, old)),
    () => put(garbled(random, old)),
    () => repeatWithin(random, old),
    () => addStranger(random, isObject(old) ? old : holder),
  ]
  oneOf(random, spoils)()
}

/** As an own property, `__proto__` too. */
function define(holder: object, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

/** A number for its text and the other way round. */
function otherKind(value: Json): Json {
  if (typeof value === 'string') return Number(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return JSON.stringify(value)
}

/** Text with one character gone, doubled or replaced. */
function garbled(random: Random, value: Json): Json {
  if (typeof value !== 'string') return hostileValue(random)
  const at = between(random, 0, value.length)
  const middle = oneOf(random, [
    '',
    value.charAt(at).repeat(2),
    '\u0000',
    '\ud83d',
    '%',
    '"',
    "'",
    '０',
    ' ',
    '-',
  ])
  return value.slice(0, at) + middle + value.slice(at + 1)
}

/** A list whose first item comes many times. */
function repeatWithin(random: Random, value: Json): void {
  if (!Array.isArray(value) || value.length === 0) return
  const times = between(random, 1, 60)
  for (let nth = 0; nth < times; nth++) value.push(structuredClone(value[0]))
}

function addStranger(random: Random, holder: object): void {
  if (Array.isArray(holder)) return
  const name = oneOf(random, [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '',
    'then',
    'sign',
    '\u0000',
    'paymentList',
    'isBenefit',
    'isCardDiscount',
    'orderType',
    'priceQueryType',
  ])
  define(holder, name, hostileValue(random))
}

/** JSON that is none any more. */
export function brokenJson(random: Random, data: Json): string {
  const text = JSON.stringify(data)
  const cut = text.slice(0, between(random, 1, Math.max(1, text.length - 1)))
  const broken = oneOf(random, [
    cut,
    `${text}}`,
    `\ufeff${text}`,
    text.replaceAll('"', "'"),
    text.replace('{', '{,'),
    text.replace(/}$/, ',}'),
    text.replace(/}$/, ',"a":NaN}'),
    text.replace(/}$/, ',"a":0x10}'),
    text.replace(/}$/, ',"a":01}'),
    text.replace(/}$/, ',"a":"\\ud8"}'),
    text.replace(/}$/, ',"a":"\n"}'),
    `/* */${text}`,
    `[${text}]`,
    `"${text.length}"`,
    'null',
    'true',
    '-',
    '1e400',
    `${'['.repeat(between(random, 10, 20_000))}`,
    `${'{"a":'.repeat(between(random, 10, 3000))}`,
    `{"a":${'['.repeat(200)}${']'.repeat(200)}}`,
  ])
  // Without a quote in it, an object is the same with other quotes.
  return broken === text ? cut : broken
}
