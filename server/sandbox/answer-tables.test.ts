import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAnswer } from '../conformance/check-answer.ts'
import { checkRequest } from '../conformance/check-request.ts'
import type { Field } from '../conformance/tables/notation.ts'
import { answerTables } from '../conformance/tables/tables.ts'
import { apiNames } from './protocol/api-names.ts'
import { askBenefitCards } from './test-answers-benefit-cards.ts'
import { askMemberCards } from './test-answers-cards.ts'
import { askGoods } from './test-answers-goods.ts'
import { askOrders } from './test-answers-orders.ts'
import { askProgramme } from './test-answers-programme.ts'
import { openRecorder, type Recorded, type Recorder } from './test-recorder.ts'

/* The sandbox answers exactly what the specification's tables say: no field more, none less, every one in its form. */

const strict = { mode: 'strict' } as const
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
    for (const { request } of asked) expect(checkRequest(table, request, strict)).toEqual([])
  })

  test('answers as its table of results says', () => {
    for (const { body } of recordedOf(table.api)) expect(checkAnswer(table, body, strict)).toEqual([])
  })
})

/** Fields that no answer of the sandbox has a value for, each with its reason. */
const neverShown: Readonly<Record<string, string>> = {
  'schedule.getSchedules throughStatus Y': 'no two films of the programme are sold as one',
  'goods.getGoods goodsList goodsPicUrl': 'the sandbox has no pictures, and says so with ""',
  'benefitCard.registerBenefitCard cardStatus T': 'a card that was just sold has not expired',
  'benefitCard.registerBenefitCard cardStatus S': 'nor was it stopped',
}

test('every field of every table is shown with a value by some answer, and every word of its closed lists', () => {
  const missing = [...answerTables.values()].flatMap(({ api, answer }) => {
    if (answer.kind === 'codes alone') return []
    const payloads = recordedOf(api).map(one => payloadOf(one, answer.kind))
    return withoutValue(answer.fields, payloads.flat(), api.slice('ykse.partner.'.length))
  })
  expect(missing).toEqual(Object.keys(neverShown))
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function payloadOf({ body }: Recorded, kind: 'data' | 'dataList'): unknown {
  return isObject(body) && isObject(body['data']) ? body['data'][kind] : undefined
}

/** The paths of the fields that none of the objects has a value for, and of words that none has. */
function withoutValue(fields: readonly Field[], objects: readonly unknown[], under: string): string[] {
  return fields.flatMap(({ name, type, form }) => {
    const path = `${under} ${name}`
    const values = objects.filter(isObject).flatMap(object => object[name] ?? [])
    if (values.every(value => value === '')) return [path]
    if (typeof type === 'string')
      return (form?.words ?? []).filter(word => !values.includes(word)).map(word => `${path} ${word}`)
    const below = 'Object' in type ? type.Object : type.Array
    return below === 'String' ? [] : withoutValue(below, values, path)
  })
}
