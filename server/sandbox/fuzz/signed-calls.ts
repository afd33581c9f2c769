import { sign } from '../test-client.ts'
import { type Attempt, attempt, between, form, http, type Knowledge, type Maker, oneOf } from './attempt.ts'
import { brokenJson, hostileValue, mutated } from './hostile.ts'

/*
 * Calls that pass the gate, for they are signed rightly over whatever they say: right requests of all 43 interfaces
 * with something wrong in them. One that is right all the same is answered all the same.
 */

/** Numbers that the caller makes: with new ones a call is no repetition, and gets further. */
const ownNumbers = ['outLockId', 'thirdOrderId', 'outTradeNo'] as const

/** A right request, half the time under a number of its own. */
function someRequest({ random, requests, index }: Knowledge) {
  const { api, data } = oneOf(random, requests)
  const copy: Record<string, unknown> = { ...data }
  if (random() < 0.5)
    for (const name of ownNumbers) if (name in copy) copy[name] = `F${String(index).padStart(17, '0')}`
  return { api, data: copy }
}

/** The parameters of a call, signed over exactly these. */
function signed(know: Knowledge, api: string, data: string, more: Record<string, string> = {}) {
  const parameters = {
    api: `ykse.partner.${api}`,
    v: '1.0',
    channelCode: know.channel,
    timestamp: String(know.now),
    data,
    ...more,
  }
  return new URLSearchParams({ ...parameters, sign: sign(parameters, know.secret) })
}

/** GET, POST, or half of each; what does not fit into an address goes as a form. */
function send(random: () => number, parameters: URLSearchParams): Buffer {
  const zip = random() < 0.2 ? ['accept-encoding: gzip'] : []
  const whole = parameters.toString()
  if (whole.length > 12_000 || random() < 0.5)
    return http('POST', '/route', { headers: [form, ...zip], body: whole })
  if (random() < 0.8) return http('GET', `/route?${whole}`, { headers: zip })
  const query = new URLSearchParams()
  for (const name of ['api', 'sign']) {
    query.set(name, parameters.get(name) ?? '')
    parameters.delete(name)
  }
  return http('POST', `/route?${query}`, { headers: [form, ...zip], body: parameters.toString() })
}

const withMutations: Maker = know => {
  const { api, data } = someRequest(know)
  const text = JSON.stringify(mutated(know.random, data)) ?? ''
  return attempt('signed, wrong data', send(know.random, signed(know, api, text)), { refused: false })
}

const withBrokenJson: Maker = know => {
  const { api, data } = someRequest(know)
  return attempt('signed, broken JSON', send(know.random, signed(know, api, brokenJson(know.random, data))))
}

/** The same name twice in an object: nobody can say which was meant, and the later one counts. */
const withDoubledName: Maker = know => {
  const { api, data } = someRequest(know)
  const [name = 'a'] = Object.keys(data)
  const twice = `"${name}":${JSON.stringify(hostileValue(know.random)) ?? 'null'}`
  const text = JSON.stringify(data).replace(/}$/, `,${twice}}`).replace('{,', '{')
  return attempt('signed, a name twice', send(know.random, signed(know, api, text)), { refused: false })
}

/** Requests of one interface sent to another. */
const toAnother: Maker = know => {
  const { data } = someRequest(know)
  const { api } = oneOf(know.random, know.requests)
  return attempt(
    'signed, for another interface',
    send(know.random, signed(know, api, JSON.stringify(data))),
    {
      refused: false,
    },
  )
}

const wrongPublic: readonly ((know: Knowledge) => Record<string, string>)[] = [
  ({ random }) => ({ v: oneOf(random, ['', '1', '1.0 ', '2.0', '１.０', '1.0\u0000', '__proto__']) }),
  ({ random }) => ({
    channelCode: oneOf(random, ['', 'foyer', 'FOYER ', '__proto__', 'constructor', 'NOBODY']),
  }),
  ({ random, now }) => ({
    timestamp: oneOf(random, [
      '',
      String(now).slice(0, 10),
      `${now}0`,
      String(now - 11 * 60_000),
      '-1455678273752',
      '1e12',
      '１４５５６７８２７３７５２',
      'NaN',
    ]),
  }),
  ({ random }) => ({
    api: oneOf(random, [
      '',
      'ykse.partner.seat.bogus',
      'getCinemas',
      '__proto__',
      'constructor',
      'x'.repeat(5000),
    ]),
  }),
  ({ random }) => ({
    pageNo: oneOf(random, ['0', '-1', '1.5', '1e3', '１', '99999999999999999999', '', '\u0000']),
  }),
  ({ random }) => ({ pageSize: oneOf(random, ['0', '101', '10 ', 'ten', '0x10', '']) }),
]

const withWrongPublic: Maker = know => {
  const { api, data } = someRequest(know)
  const wrong = oneOf(know.random, wrongPublic)(know)
  return attempt(
    'signed, a wrong public parameter',
    send(know.random, signed(know, api, JSON.stringify(data), wrong)),
  )
}

/** Parameters of the caller's own, many or strange, are signed like the rest and change nothing. */
const withStrangers: Maker = know => {
  const { random } = know
  const { api, data } = someRequest(know)
  const more: Record<string, string> = {}
  for (let count = between(random, 1, oneOf(random, [3, 3, 3, 1500])); count > 0; count--)
    Object.defineProperty(
      more,
      oneOf(random, ['__proto__', 'constructor', '中文', 'a&b=c', '\u0000', `p${count}`]),
      {
        value: (JSON.stringify(hostileValue(random)) ?? '').slice(0, 20),
        enumerable: true,
        configurable: true,
      },
    )
  const text = random() < 0.5 ? JSON.stringify(data) : JSON.stringify(mutated(random, data))
  return attempt('signed, strange parameters', send(random, signed(know, api, text ?? '', more)), {
    refused: false,
  })
}

/** Several calls in one piece on one connection: every one is answered, in turn. */
const pipelined: Maker = (know): Attempt => {
  const calls = Array.from({ length: between(know.random, 2, 8) }, () => {
    const { api, data } = someRequest(know)
    return send(know.random, signed(know, api, JSON.stringify(mutated(know.random, data)) ?? ''))
  })
  return attempt('signed, pipelined', Buffer.concat(calls), { answers: calls.length, refused: false })
}

/** What may be a right call after all, by how often it is tried. */
export const answeredSomehow: readonly [number, Maker][] = [
  [12, withMutations],
  [1, withDoubledName],
  [1, toAnother],
  [1, withStrangers],
  [1, pipelined],
]

/** What nobody can have meant. */
export const refusedByWhatTheySay: readonly [number, Maker][] = [
  [4, withBrokenJson],
  [3, withWrongPublic],
]
