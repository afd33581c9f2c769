import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAnswer } from '../conformance/check-answer.ts'
import { checkRequest } from '../conformance/check-request.ts'
import type { Field } from '../conformance/tables/notation.ts'
import { answerTables } from '../conformance/tables/tables.ts'
import { withQuirks } from './faults/quirks.ts'
import { apiNames } from './protocol/api-names.ts'
import { askBenefitCards } from './test-answers-benefit-cards.ts'
import { askMemberCards } from './test-answers-cards.ts'
import { askGoods } from './test-answers-goods.ts'
import { askOrders } from './test-answers-orders.ts'
import { askProgramme } from './test-answers-programme.ts'
import { openRecorder, type Recorded, type Recorder } from './test-recorder.ts'

/* The sandbox answers exactly what the specification's tables say: no field more, none less, every one in its form. */

let recorder: Recorder
const recordedOf = (api: string) => recorder.recorded.filter(one => one.api === api)

beforeAll(async () => {
  recorder = await openRecorder()
  await askProgramme(recorder)
  await askOrders(recorder)
  await askGoods(recorder)
  await askMemberCards(recorder)
  await askBenefitCards(recorder)
})
afterAll(() => recorder.close())

test('there is a table for every interface, in the order of the paragraphs', () => {
  expect([...answerTables.keys()]).toEqual(apiNames)
})

describe.each([...answerTables.values()])('$paragraph $api', table => {
  test('is asked as its table of parameters says', () => {
    const asked = recordedOf(table.api)
    expect(asked.length).toBeGreaterThan(0)
    for (const { request } of asked) expect(checkRequest(table, request, { mode: 'strict' })).toEqual([])
  })

  test('answers as its table of results says', () => {
    for (const { body } of recordedOf(table.api))
      expect(checkAnswer(table, body, { mode: 'strict' })).toEqual([])
  })
})

/** What no answer of the sandbox shows, each with its reason. */
const neverShown: Readonly<Record<string, string>> = {
  'schedule.getSchedules throughStatus Y': 'no two films of the programme are sold as one',
  'goods.getGoods goodsList goodsPicUrl': 'the sandbox has no pictures, and says so with ""',
  'benefitCard.registerBenefitCard cardStatus T': 'a card that was just sold has not expired',
  'benefitCard.registerBenefitCard cardStatus S': 'nor was it stopped',
}

test('every field of every table is shown with a value by some answer, and every word of its lists', () => {
  const missing = [...answerTables.values()].flatMap(({ api, answer }) => {
    if (answer.kind === 'codes alone') return []
    const payloads = recordedOf(api).map(one => payloadOf(one, answer.kind))
    return notShown(answer.fields, payloads.flat(), api.slice('ykse.partner.'.length))
  })
  expect(missing).toEqual(Object.keys(neverShown))
})

describe('the quirks that can be switched on', () => {
  const cardAtShow = ['ykse.partner.card.getCardDiscountTickets', 'ykse.partner.card.queryPrice']
  test.each([
    ['spellings', apiNames],
    ['short-money', apiNames],
    ['blanks', apiNames],
    ['data-as-string', apiNames],
    ['no-envelope', apiNames],
    // The examples have these two for a few interfaces alone.
    ['array-of-one', cardAtShow],
    ['loose-types', ['ykse.partner.seat.getSeats']],
  ] as const)('%s: allowed in tolerant mode and found in strict mode', (quirk, apis) => {
    const bodies = [...answerTables.values()]
      .filter(({ api }) => new Set<string>(apis).has(api))
      .flatMap(table =>
        recordedOf(table.api).map(({ body }) => {
          const changed: unknown = JSON.parse(withQuirks(JSON.stringify(body), [quirk]))
          return { table, changed }
        }),
      )
    const violations = (mode: 'strict' | 'tolerant') =>
      bodies.flatMap(({ table, changed }) => checkAnswer(table, changed, { mode }))
    expect(violations('tolerant')).toEqual([])
    expect(violations('strict')).not.toEqual([])
  })
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function payloadOf({ body }: Recorded, kind: 'data' | 'dataList'): unknown {
  return isObject(body) && isObject(body['data']) ? body['data'][kind] : undefined
}

/** The paths of the fields that none of the objects has a value for, and of the words that none has. */
function notShown(fields: readonly Field[], objects: readonly unknown[], under: string): string[] {
  return fields.flatMap(({ name, type, form }) => {
    const path = `${under} ${name}`
    const values = objects.filter(isObject).flatMap(object => object[name] ?? [])
    if (values.every(value => value === '')) return [path]
    if (typeof type === 'string')
      return (form?.words ?? []).filter(word => !values.includes(word)).map(word => `${path} ${word}`)
    const below = 'Object' in type ? type.Object : type.Array
    return below === 'String' ? [] : notShown(below, values, path)
  })
}
