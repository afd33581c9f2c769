import { isDeepStrictEqual } from 'node:util'
import { type Answer, parseJson } from '../answer.ts'
import type { Rule } from '../rule.ts'
import { allOf, broken, done, held, holds, refusedWith, type Verdict } from '../verdict.ts'

const about = { api: 'protocol', mode: 'read-only' } as const
const cinemas = { api: 'cinema.getCinemas', data: {} } as const

/** The same JSON, in whatever order its fields come. */
const isSame = (a: Answer, b: Answer) =>
  isDeepStrictEqual(parseJson(a.exchange.body), parseJson(b.exchange.body))

/** How a call is sent and answered: specification 1. */
export const parameterRules: readonly Rule[] = [
  {
    ...about,
    id: 'protocol.unknown-api',
    section: '9.1',
    sentence: 'An interface that does not exist is refused with 30001.',
    check: async ({ send }) => refusedWith(await send({ api: 'cinema.getCinemasX', data: {} }), '30001'),
  },
  {
    ...about,
    id: 'protocol.unknown-channel',
    section: '9.1',
    sentence: 'A channelCode that does not exist is refused with 30002.',
    check: async ({ send }) =>
      refusedWith(await send({ ...cinemas, parameters: { channelCode: 'NOBODY-AT-ALL' } }), '30002'),
  },
  ...['api', 'v', 'channelCode', 'timestamp', 'sign'].map(
    (name): Rule => ({
      ...about,
      id: `protocol.missing-${name}`,
      section: '1.2, 9.1',
      sentence: `A call without ${name} is refused with 30005.`,
      async check({ send }) {
        const without = { [name]: undefined }
        const how = name === 'sign' ? { unsigned: without } : { parameters: without }
        return refusedWith(await send({ ...cinemas, ...how }), '30005')
      },
    }),
  ),
  {
    ...about,
    id: 'protocol.bad-timestamp',
    section: '1.2, 9.1',
    sentence: 'A timestamp that is no number is refused with 30006.',
    check: async ({ send }) =>
      refusedWith(await send({ ...cinemas, parameters: { timestamp: 'yesterday' } }), '30006'),
  },
  {
    ...about,
    id: 'protocol.pages',
    section: '1.2',
    sentence:
      'pageNo counts from 1 and pageSize goes up to 100: pageNo 1 with pageSize 100 is let in, pageNo 0 and pageSize 101 are refused with 30006.',
    async check({ send }) {
      const page = (pageNo: string, pageSize: string) =>
        send({ ...cinemas, parameters: { pageNo, pageSize } })
      return allOf(
        done(await page('1', '100')),
        refusedWith(await page('0', '20'), '30006'),
        refusedWith(await page('1', '101'), '30006'),
      )
    },
  },
  {
    ...about,
    id: 'protocol.get-and-post',
    section: '1.5',
    sentence: 'The same call answers the same by GET and by POST.',
    async check({ send }) {
      const get = await send({ ...cinemas, method: 'GET' })
      const post = await send({ ...cinemas, method: 'POST' })
      const same = isSame(get, post)
      return allOf(done(get), done(post), holds(same, 'the two answers differ', get))
    },
  },
  {
    ...about,
    id: 'protocol.no-data',
    section: '1.2',
    sentence: 'An interface without business parameters answers the same without data as with data={}.',
    async check({ send }) {
      const without = await send({ api: 'cinema.getCinemas' })
      const empty = await send(cinemas)
      const same = isSame(without, empty)
      return allOf(done(without), holds(same, 'the two answers differ', without))
    },
  },
  {
    ...about,
    id: 'protocol.gzip',
    section: '1.7',
    sentence: 'A caller who accepts gzip gets a large answer compressed, and another one gets it plain.',
    async check({ send, cinema: { cinemaLinkId, halls } }) {
      const hallId = halls[0]?.hallId
      const large = hallId === undefined ? cinemas : { api: 'seat.getSeats', data: { cinemaLinkId, hallId } }
      const zipped = await send({ ...large, gzip: true })
      const plain = await send({ ...large, gzip: false })
      return allOf(
        holds(zipped.exchange.encoding === 'gzip', 'it was not compressed', zipped),
        holds(plain.exchange.encoding === '', 'it was compressed for one who does not accept it', plain),
        holds(isSame(zipped, plain), 'the two answers differ', plain),
      )
    },
  },
  {
    ...about,
    id: 'protocol.data-is-json',
    section: '1.2, 9.2.1',
    sentence: 'Data that is no JSON object is refused with FORMAT_ERROR (or 30006).',
    async check({ send }) {
      const ask = (data: string) => send({ api: 'goods.getGoods', data })
      return allOf(
        refusedWith(await ask('{"cinemaLinkId":'), 'FORMAT_ERROR', '30006'),
        refusedWith(await ask('["681"]'), 'FORMAT_ERROR', '30006'),
      )
    },
  },
  {
    ...about,
    id: 'protocol.unknown-cinema',
    section: '9.2.1',
    sentence:
      'A cinema that does not exist is refused with CINEMA_INVALID (or CHANNEL_CINEMA_NOT_FOUND, DATA_NOT_EXIST).',
    async check({ ask }) {
      const answer = await ask('goods.getGoods', { cinemaLinkId: '999999999' })
      return refusedWith(answer, 'CINEMA_INVALID', 'CHANNEL_CINEMA_NOT_FOUND', 'DATA_NOT_EXIST')
    },
  },
]

/** About every answer of the run, so that it has to come last. */
export const envelopeRule: Rule = {
  ...about,
  id: 'protocol.envelope',
  section: '1.6',
  sentence: 'Every answer is HTTP 200 with JSON that has a retCode, and names the interface that was asked.',
  async check({ log }) {
    const verdicts = log.flatMap(({ answer }): Verdict[] => {
      if (answer === undefined) return []
      const { exchange } = answer
      if (exchange.status !== 200) return [broken(`HTTP ${exchange.status}`, answer)]
      if (answer.unreadable !== undefined) return [broken(answer.unreadable, answer)]
      return answer.retCode === '' ? [broken('there is no retCode', answer)] : [echoOf(answer)]
    })
    return allOf(...verdicts)
  },
}

function echoOf(answer: Answer): Verdict {
  const { parameters, body } = answer.exchange
  const { api } = parameters
  // A refusal may leave out what it could not make sense of.
  if (!answer.ok || api === undefined) return held
  return holds(body.includes(JSON.stringify(api)), `it does not name ${api}`, answer)
}
