import { describe, expect, test } from 'vitest'
import answers from '../moviecloud/fixtures/answers.json' with { type: 'json' }
import requests from '../moviecloud/fixtures/requests.json' with { type: 'json' }
import { checkAnswer } from './check-answer.ts'
import { checkRequest } from './check-request.ts'
import tornExamples from './fixtures/torn-examples.json' with { type: 'json' }
import { day, money, openWords, time, words } from './tables/forms.ts'
import {
  array,
  arrayOfStrings,
  codesAlone,
  data,
  dataAlsoInList,
  dataList,
  field,
  object,
  optional,
  table,
} from './tables/notation.ts'
import { answerTables } from './tables/tables.ts'

const strict = { mode: 'strict' } as const
const tolerant = { mode: 'tolerant' } as const

describe('the specification’s own examples', () => {
  /** Two examples are torn by a page break; these are they, whole, of the second the first and the last grade. */
  const examples: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(answers).map(([api, { response }]) => [api, response])),
    ...tornExamples,
  }

  test.each([...answerTables.values()])('$paragraph $api: its answer is right, tolerantly', found => {
    expect(checkAnswer(found, examples[found.api], tolerant)).toEqual([])
  })
  test.each([...answerTables.values()])('$paragraph $api: its request is right, tolerantly', found => {
    expect(checkRequest(found, requests[found.api], tolerant)).toEqual([])
  })

  test('differ from the tables in strict mode, in spelling, type and form', () => {
    const wrong = (api: keyof typeof requests) => {
      const found = answerTables.get(api)
      return found ? checkAnswer(found, examples[api], strict).map(({ path, rule }) => `${path} ${rule}`) : []
    }
    expect(wrong('ykse.partner.cinema.getCinemas')).toEqual([])
    expect(wrong('ykse.partner.seat.lockSeats')).toEqual([])
    expect(wrong('ykse.partner.schedule.getSchedules')).toEqual(['dataList[0].ticketFee unknown'])
    expect(wrong('ykse.partner.card.getCardDiscountTickets')).toEqual(['data type'])
    expect(wrong('ykse.partner.order.getOrderInfo')).toEqual(['data.goodsOrder.goods[0].goodsId type'])
    expect(wrong('ykse.partner.card.recharge')).toEqual(['data.balance form', 'data.availableTimes type'])
    expect(wrong('ykse.partner.order.getGoodsOrderInfo')).toEqual([
      'data.totalGoodsFee form',
      'data.orderStatus form',
    ])
  })
})

/** A table with a line of every kind. */
const shows = table(
  '0.0',
  'ykse.partner.test.getShows',
  [field('cinemaLinkId', 'String'), optional('day', 'String', { form: day })],
  dataList([
    field('name', 'String'),
    field('seats', 'Integer', { alsoTyped: 'String' }),
    field('open', 'Boolean', { alsoTyped: 'String' }),
    field('price', 'String', { form: money, alsoNamed: ['standardPrice'] }),
    field('points', 'String', { form: money, alsoTyped: 'Number' }),
    field('startsAt', 'String', { form: time }),
    field('state', 'String', { form: words(['on_sale', 'over'], ['on sale']) }),
    field('kind', 'String', { form: openWords(['N', 'I']) }),
    field('code', 'String', { length: [4, 6] }),
    field('remark', 'String', { mayBeEmpty: true }),
    field('picture', 'String', { lackedByExample: true }),
    optional('settlePrice', 'String', { form: money }),
    field('film', object([field('duration', 'Integer')])),
    optional('areas', array([field('area', 'String')])),
    field('tags', arrayOfStrings),
  ]),
)
const show = {
  name: '火星救援',
  seats: 120,
  open: true,
  price: '45.00',
  points: '0.00',
  startsAt: '2016-02-29 23:30:00',
  state: 'on_sale',
  kind: 'N',
  code: '2575',
  remark: '',
  picture: 'p',
  film: { duration: 150 },
  tags: ['3D'],
}
const head = { api: shows.api, v: '1.0', retCode: '0', retMsg: 'success' }
const codes = { bizCode: 'SUCCESS', bizMsg: '操作成功' }
const answer = (change: object = {}, inner: object = {}, outer: object = {}) => ({
  ...head,
  data: { ...codes, dataList: [{ ...show, ...change }], ...inner },
  ...outer,
})

test('a right answer has no violations, with its optional fields and without', () => {
  expect(checkAnswer(shows, answer(), strict)).toEqual([])
  expect(checkAnswer(shows, answer({ settlePrice: '40.00', areas: [{ area: 'A' }] }), strict)).toEqual([])
  expect(checkAnswer(shows, answer({ areas: [], tags: [] }), strict)).toEqual([])
})

type Case = [what: string, body: unknown, path: string, rule: string, found: string]
const gone = undefined

/** Wrong however one looks. */
const violations: Case[] = [
  ['no answer', null, 'envelope', 'type', 'null'],
  ['no object', [], 'envelope', 'type', '[]'],
  ['no retMsg', answer({}, {}, { retMsg: gone }), 'envelope.retMsg', 'missing', ''],
  ['a number as retCode', answer({}, {}, { retCode: 0 }), 'envelope.retCode', 'type', '0'],
  ['another api', answer({}, {}, { api: 'x' }), 'envelope.api', 'form', '"x"'],
  ['no inner envelope', answer({}, {}, { data: gone }), 'envelope.data', 'missing', ''],
  ['a list as the inner envelope', answer({}, {}, { data: [] }), 'envelope.data', 'type', '[]'],
  ['text as the inner envelope', answer({}, {}, { data: 'ok' }), 'envelope.data', 'type', '"ok"'],
  ['no bizMsg', answer({}, { bizMsg: gone }), 'bizMsg', 'missing', ''],
  ['no list', answer({}, { dataList: gone }), 'dataList', 'missing', ''],
  ['an object for the list', answer({}, { dataList: {} }), 'dataList', 'type', '{}'],
  ['null for an object', answer({}, { dataList: [show, null] }), 'dataList[1]', 'type', 'null'],
  ['text for an object', answer({}, { dataList: ['x'] }), 'dataList[0]', 'type', '"x"'],
  ['no name', answer({ name: gone }), 'dataList[0].name', 'missing', ''],
  ['an empty name', answer({ name: '' }), 'dataList[0].name', 'empty', '""'],
  ['null as a name', answer({ name: null }), 'dataList[0].name', 'type', 'null'],
  ['a number as a name', answer({ name: 7 }), 'dataList[0].name', 'type', '7'],
  ['half a seat', answer({ seats: 1.5 }), 'dataList[0].seats', 'type', '1.5'],
  ['seats in words', answer({ seats: 'all' }), 'dataList[0].seats', 'type', '"all"'],
  ['1 for true', answer({ open: 1 }), 'dataList[0].open', 'type', '1'],
  ['yes for true', answer({ open: 'yes' }), 'dataList[0].open', 'type', '"yes"'],
  ['three decimals', answer({ price: '45.000' }), 'dataList[0].price', 'form', '"45.000"'],
  ['a price in words', answer({ price: '¥45.00' }), 'dataList[0].price', 'form', '"¥45.00"'],
  ['a price as a number', answer({ price: 45 }), 'dataList[0].price', 'type', '45'],
  [
    'no such day',
    answer({ startsAt: '2015-02-29 23:30:00' }),
    'dataList[0].startsAt',
    'form',
    '"2015-02-29 23:30:00"',
  ],
  [
    'no such hour',
    answer({ startsAt: '2016-02-29 24:00:00' }),
    'dataList[0].startsAt',
    'form',
    '"2016-02-29 24:00:00"',
  ],
  [
    'another time format',
    answer({ startsAt: '2016-02-29T23:30' }),
    'dataList[0].startsAt',
    'form',
    '"2016-02-29T23:30"',
  ],
  ['an unknown state', answer({ state: 'sold' }), 'dataList[0].state', 'form', '"sold"'],
  ['a short code', answer({ code: '257' }), 'dataList[0].code', 'length', '"257"'],
  ['a long code', answer({ code: '2575575' }), 'dataList[0].code', 'length', '"2575575"'],
  ['no film', answer({ film: gone }), 'dataList[0].film', 'missing', ''],
  ['a list as the film', answer({ film: [] }), 'dataList[0].film', 'type', '[]'],
  ['no duration', answer({ film: {} }), 'dataList[0].film.duration', 'missing', ''],
  ['an object as areas', answer({ areas: {} }), 'dataList[0].areas', 'type', '{}'],
  [
    'an area without name',
    answer({ areas: [{ area: 'A' }, {}] }),
    'dataList[0].areas[1].area',
    'missing',
    '',
  ],
  ['a number among texts', answer({ tags: ['3D', 3] }), 'dataList[0].tags[1]', 'type', '3'],
]

/** What the document’s own contradictions allow a real cloud, and ours not. */
const looseness: Case[] = [
  ['no outer envelope', answer().data, 'envelope.api', 'missing', ''],
  [
    'the inner envelope as text',
    answer({}, {}, { data: JSON.stringify(answer().data) }),
    'envelope.data',
    'type',
    '',
  ],
  ['a field outside', answer({}, {}, { time: 1 }), 'envelope.time', 'unknown', '1'],
  ['a field inside', answer({}, { total: 1 }), 'total', 'unknown', '1'],
  ['a field of no table', answer({ extra: 'x' }), 'dataList[0].extra', 'unknown', '"x"'],
  ['a field below', answer({ film: { duration: 1, size: 2 } }), 'dataList[0].film.size', 'unknown', '2'],
  ['another spelling', answer({ price: gone, standardPrice: '45.00' }), 'dataList[0].price', 'missing', ''],
  ['one decimal', answer({ price: '45.0' }), 'dataList[0].price', 'form', '"45.0"'],
  ['no decimals', answer({ price: '45' }), 'dataList[0].price', 'form', '"45"'],
  ['text for an Integer', answer({ seats: '120' }), 'dataList[0].seats', 'type', '"120"'],
  ['text for a Boolean', answer({ open: 'false' }), 'dataList[0].open', 'type', '"false"'],
  ['a number for points', answer({ points: 12.5 }), 'dataList[0].points', 'type', '12.5'],
  ['an example’s own word', answer({ state: 'on sale' }), 'dataList[0].state', 'form', '"on sale"'],
  ['a word to come', answer({ kind: 'M' }), 'dataList[0].kind', 'form', '"M"'],
  ['null for nothing', answer({ settlePrice: null }), 'dataList[0].settlePrice', 'type', 'null'],
  ['"" for nothing', answer({ settlePrice: '' }), 'dataList[0].settlePrice', 'empty', '""'],
  ['null for no list', answer({ areas: null }), 'dataList[0].areas', 'type', 'null'],
  ['what an example lacks', answer({ picture: gone }), 'dataList[0].picture', 'missing', ''],
]

test.each(violations)('%s is found in both modes', (_, body, path, rule, found) => {
  const wanted = { api: shows.api, path, rule, found }
  for (const mode of [strict, tolerant])
    expect(checkAnswer(shows, JSON.parse(JSON.stringify(body)), mode)).toEqual([
      expect.objectContaining(wanted),
    ])
})

test.each(looseness)('%s is found in strict mode alone', (_, body, path, rule, found) => {
  const said = JSON.parse(JSON.stringify(body))
  expect(checkAnswer(shows, said, tolerant)).toEqual([])
  const [first] = checkAnswer(shows, said, strict)
  expect(first).toMatchObject({ api: shows.api, path, rule })
  expect(first?.found).toContain(found)
})

test('a refusal needs its codes alone', () => {
  const platform = { ...head, retCode: '30004', retMsg: 'timestamp' }
  const business = { ...head, data: { bizCode: 'CINEMA_NOT_FOUND', bizMsg: '影院不存在' } }
  for (const mode of [strict, tolerant]) {
    expect(checkAnswer(shows, platform, mode)).toEqual([])
    expect(checkAnswer(shows, business, mode)).toEqual([])
    expect(checkAnswer(shows, { ...platform, data: [] }, mode)).toHaveLength(1)
    expect(checkAnswer(shows, answer({ name: 7 }, { bizCode: 'CINEMA_NOT_FOUND' }), mode)).toHaveLength(1)
  }
})

test.each([null, ''])('no business may also be said with %j, tolerantly', data => {
  const platform = { ...head, retCode: '30004', retMsg: 'timestamp', data }
  expect(checkAnswer(shows, platform, tolerant)).toEqual([])
  expect(checkAnswer(shows, platform, strict)).toMatchObject([{ path: 'envelope.data', rule: 'type' }])
  expect(checkAnswer(shows, { ...platform, retCode: '0' }, tolerant)).toMatchObject([
    { path: 'envelope.data', rule: 'type' },
  ])
})

test('an object may come in a list of one where an example has it so', () => {
  const one = { ...head, data: { ...codes, data: [{ name: 'x' }] } }
  const fields = [field('name', 'String')]
  const inList = { ...shows, answer: dataAlsoInList(fields) }
  expect(checkAnswer(inList, one, tolerant)).toEqual([])
  expect(checkAnswer(inList, one, strict)).toMatchObject([{ path: 'data', rule: 'type' }])
  expect(checkAnswer({ ...shows, answer: data(fields) }, one, tolerant)).toMatchObject([
    { path: 'data', rule: 'type' },
  ])
})

test('an interface that answers codes alone answers nothing else', () => {
  const quiet = { ...shows, answer: codesAlone }
  expect(checkAnswer(quiet, { ...head, data: codes }, strict)).toEqual([])
  expect(checkAnswer(quiet, { ...head, data: { ...codes, data: {} } }, strict)).toMatchObject([
    { path: 'data', rule: 'unknown' },
  ])
})

test('what was found is shortened', () => {
  const [violation] = checkAnswer(shows, answer({ price: '9'.repeat(5000) }), strict)
  expect(violation?.found).toHaveLength(80)
})

test.each([
  [{}, ['cinemaLinkId missing']],
  [{ cinemaLinkId: '681', day: '2016-1-1' }, ['day form']],
  [{ cinemaLinkId: '681', day: '2016-01-01', pageNo: 1 }, ['pageNo unknown']],
  [{ cinemaLinkId: '681' }, []],
])('of the request %j: %j', (request, wrong) => {
  expect(checkRequest(shows, request, strict).map(({ path, rule }) => `${path} ${rule}`)).toEqual(wrong)
})
