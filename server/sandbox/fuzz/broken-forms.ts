import { sign } from '../test-client.ts'
import { attempt, between, form, http, type Maker, oneOf } from './attempt.ts'

/* Parameters that no gate lets in: pieces, noise, and right ones that were not signed. */

/** Pieces that forms are made of, right and wrong, one character a byte. */
const pieces = [
  'api=ykse.partner.cinema.getCinemas',
  'api=ykse.partner.seat.lockSeats',
  'channelCode=FOYER',
  'v=1.0',
  'timestamp=1700000000000',
  'sign=d41d8cd98f00b204e9800998ecf8427e',
  'sign=',
  'sign',
  'data={}',
  'data=%7B%7D',
  'data=%7B',
  'data',
  '=',
  '=x',
  '&',
  '&&&',
  '%',
  '%zz',
  '%e4%b8',
  '%ff%fe',
  '%c0%80',
  '%ed%a0%80',
  '%f4%90%80%80',
  '%00',
  '%0d%0aX-Injected:%201',
  '+',
  '%2B+%26',
  '__proto__=1',
  'constructor[prototype]=1',
  'pageNo=1',
  'a=b=c=d',
  ';',
  '#x',
  '\u00e9\u00ff',
]
export const someForm = (random: () => number, most: number) =>
  Array.from({ length: between(random, 0, most) }, () => oneOf(random, pieces)).join(
    random() < 0.9 ? '&' : '',
  )

const garbledQuery: Maker = ({ random }) =>
  attempt('a query of pieces', http('GET', `/route?${someForm(random, 12)}`))

const garbledForm: Maker = ({ random }) =>
  attempt(
    'a form of pieces',
    http('POST', random() < 0.5 ? '/route' : `/route?${someForm(random, 4)}`, {
      headers: [form],
      body: Buffer.from(someForm(random, 12), 'latin1'),
    }),
  )

/** Any bytes. */
export const noise = (random: () => number, length: number) =>
  Buffer.from(Array.from({ length }, () => between(random, 0, 255)))

const noisyForm: Maker = ({ random }) =>
  attempt(
    'a form of noise',
    http('POST', '/route', { headers: [form], body: noise(random, between(random, 1, 400)) }),
  )

/** A right call whose parameters are not the ones that were signed. */
const spoiltSignature: Maker = ({ random, requests, channel, secret, now }) => {
  const { api, data } = oneOf(random, requests)
  const parameters: Record<string, string> = {
    api: `ykse.partner.${api}`,
    v: '1.0',
    channelCode: channel,
    timestamp: String(now),
    data: JSON.stringify(data),
  }
  const right = sign(parameters, secret)
  const all = new URLSearchParams({ ...parameters, sign: right })
  const name = oneOf(random, ['api', 'channelCode', 'timestamp', 'data', 'sign'])
  const spoils: (() => void)[] = [
    () => all.delete(name),
    () => all.append(name, all.get(name) ?? ''),
    () => all.set(name, `${all.get(name)}${oneOf(random, [' ', '\u0000', '0', '\r\n', '\u200b'])}`),
    () => all.set(name, ''),
    () => all.set('data', `${all.get('data')} `),
    () => all.set('sign', right.toUpperCase()),
    () => all.set('sign', right.slice(1)),
    () => all.set('sign', '\u00e9'.repeat(32)),
    () => all.set(`unsigned${between(random, 0, 9)}`, '1'),
    () => all.set('timestamp', String(now + 1)),
  ]
  oneOf(random, spoils)()
  const post = random() < 0.5
  return attempt(
    'a spoilt signature',
    post ? http('POST', '/route', { headers: [form], body: `${all}` }) : http('GET', `/route?${all}`),
  )
}

/** By how often each is tried. */
export const brokenForms: readonly [number, Maker][] = [
  [5, garbledQuery],
  [5, garbledForm],
  [2, noisyForm],
  [8, spoiltSignature],
]
