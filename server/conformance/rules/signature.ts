import { createHash } from 'node:crypto'
import { sign } from '../../moviecloud/sign.ts'
import type { Rule } from '../rule.ts'
import { allOf, done, refusedWith } from '../verdict.ts'

const about = { api: 'protocol', mode: 'read-only' } as const
const cinemas = { api: 'cinema.getCinemas', data: {} } as const
const hourMs = 3_600_000

/** The signature as the prose of 2.1 can be read: the values without their names. */
function signedByValuesAlone(parameters: Readonly<Record<string, string>>, secret: string): string {
  const values = Object.keys(parameters)
    .sort()
    .map(name => parameters[name] ?? '')
  return createHash('md5')
    .update(values.join('') + secret, 'utf8')
    .digest('hex')
}

/** Who may call: the signature and the time of specification 2 and 1.2. */
export const signatureRules: readonly Rule[] = [
  {
    ...about,
    id: 'protocol.signature',
    section: '2.1, 2.2',
    sentence:
      'A call is let in when every parameter sent, extra ones too, is signed: names in alphabetical order, each name with its value, then the secret; MD5 of the UTF-8 text in lower-case hex.',
    async check({ send }) {
      return allOf(
        done(await send({ ...cinemas, parameters: { appVersion: '2.9 +1&版本' } })),
        done(await send({ ...cinemas, parameters: { Zone: 'Z', a: '1' } })),
      )
    },
  },
  {
    ...about,
    id: 'protocol.wrong-signature',
    section: '9.1',
    sentence: 'A call whose signature was made with another secret is refused with 30003.',
    async check({ send }) {
      const signedBy = (parameters: Readonly<Record<string, string>>) => sign(parameters, 'another secret')
      return refusedWith(await send({ ...cinemas, signedBy }), '30003')
    },
  },
  {
    ...about,
    id: 'protocol.names-are-signed',
    section: '2.2',
    sentence:
      'A signature over the values alone is refused with 30003: the worked example joins name and value.',
    async check({ send }) {
      return refusedWith(await send({ ...cinemas, signedBy: signedByValuesAlone }), '30003')
    },
  },
  {
    ...about,
    id: 'protocol.every-parameter-signed',
    section: '2.1',
    sentence: 'A call with one more parameter than was signed is refused with 30003.',
    async check({ send }) {
      return refusedWith(await send({ ...cinemas, unsigned: { pageNo: '1' } }), '30003')
    },
  },
  {
    ...about,
    id: 'protocol.data-signed',
    section: '2.1',
    sentence: 'A call whose data was changed after signing is refused with 30003.',
    async check({ send }) {
      return refusedWith(await send({ ...cinemas, unsigned: { data: '{ }' } }), '30003')
    },
  },
  {
    ...about,
    id: 'protocol.stale-timestamp',
    section: '1.2, 9.1',
    sentence: 'A timestamp an hour old is refused with 30004.',
    async check({ send, clock }) {
      const timestamp = String(clock.now() - hourMs)
      return refusedWith(await send({ ...cinemas, parameters: { timestamp } }), '30004')
    },
  },
  {
    ...about,
    id: 'protocol.early-timestamp',
    section: '1.2, 9.1',
    sentence: 'A timestamp an hour ahead is refused with 30004: it is not the current time.',
    async check({ send, clock }) {
      const timestamp = String(clock.now() + hourMs)
      return refusedWith(await send({ ...cinemas, parameters: { timestamp } }), '30004')
    },
  },
]
