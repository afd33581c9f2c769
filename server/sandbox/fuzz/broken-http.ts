import { gzipSync } from 'node:zlib'
import { attempt, between, form, http, type Maker, oneOf } from './attempt.ts'
import { noise, someForm } from './broken-forms.ts'

/* Requests that are wrong as HTTP, too large, or none at all. */

const methods = [
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'M-SEARCH',
  'LINK',
  'HEAD',
]
const otherMethod: Maker = ({ random }) => {
  const method = oneOf(random, methods)
  const target = oneOf(random, ['/route', '/route?data={}', '/control/state', '/control/reset', '/elsewhere'])
  return attempt('another method', http(method, target), {
    toHead: method === 'HEAD',
    target: 'elsewhere',
  })
}

/** Types of bodies that are no form. */
export const contentTypes = [
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencodedx',
  'application/xml; charset=utf-16',
  ';;;',
  '',
  'x'.repeat(2000),
]
const otherContentType: Maker = ({ random }) =>
  attempt(
    'another content type',
    http('POST', '/route', {
      headers: [`content-type: ${oneOf(random, contentTypes)}`],
      body: oneOf(random, ['{}', 'api=x&v=1.0', '<a/>', '--x\r\n\r\n--x--']),
    }),
  )

/** Bodies that are packed, cut into pieces, or of another length than they say. */
const otherEncoding: Maker = ({ random }) => {
  const text = someForm(random, 6) || 'v=1.0'
  const chunks = (...parts: string[]) =>
    http('POST', '/route', { headers: [form, 'transfer-encoding: chunked'] }).toString('latin1') +
    parts.join('')
  const own = { connection: 'own' as const }
  const cases = [
    () =>
      attempt(
        'a packed body',
        http('POST', '/route', { headers: [form, 'content-encoding: gzip'], body: gzipSync(text) }),
      ),
    () =>
      attempt(
        'a packed body',
        http('POST', '/route', { headers: [form, 'content-encoding: br'], body: noise(random, 60) }),
      ),
    () => attempt('chunks', chunks(`${text.length.toString(16)}\r\n${text}\r\n`, '0\r\n\r\n')),
    () => attempt('chunks', chunks('1\r\nv\r\n', '5\r\n=1.0&\r\n', '0\r\nX-Trailer: 1\r\n\r\n')),
    () =>
      attempt(
        'broken chunks',
        chunks(
          oneOf(random, ['zz\r\nv\r\n', '-1\r\n\r\n', 'ffffffffffffffff1\r\n', '1;x\nv\r\n', '2\r\nvvv\r\n']),
        ),
        own,
      ),
    () =>
      attempt(
        'a length and chunks',
        http('POST', '/route', { headers: [form, 'transfer-encoding: chunked'], body: text }),
        own,
      ),
    () =>
      attempt(
        'two lengths',
        http('POST', '/route', { headers: [form, 'content-length: 3'], body: text }),
        own,
      ),
    () =>
      attempt(
        'no length',
        `POST /route HTTP/1.1\r\nhost: x\r\n${form}\r\ncontent-length: ${oneOf(random, ['-1', 'x', '1e3', '99999999999999999999', ' '])}\r\n\r\n${text}`,
        own,
      ),
    () =>
      attempt(
        'a body shorter than it says',
        http('POST', '/route', {
          headers: [form, `content-length: ${text.length + between(random, 1, 50)}`],
        }),
        { connection: 'half-closed', mayBeSilent: true },
      ),
    () =>
      attempt(
        'a body that waits to be asked',
        http('POST', '/route', {
          headers: [form, `expect: ${oneOf(random, ['100-continue', 'miracles'])}`],
          body: text,
        }),
        own,
      ),
    () =>
      attempt(
        'an upgrade',
        http('GET', '/route', {
          headers: ['connection: upgrade', `upgrade: ${oneOf(random, ['websocket', 'h2c', 'TLS/1.0'])}`],
        }),
        { ...own, mayBeSilent: true },
      ),
  ]
  return oneOf(random, cases)()
}

/** Addresses, heads and bodies beyond every limit; who sends on while it is refused may lose the answer. */
const tooLarge: Maker = ({ random }) => {
  const own = { connection: 'own' as const, mayBeSilent: true }
  const cases = [
    () =>
      attempt(
        'a long address',
        http('GET', `/route?data=${'x'.repeat(between(random, 16_400, 20_000))}`),
        own,
      ),
    () =>
      attempt(
        'a very long address',
        http('GET', `/route?data=${'x'.repeat(between(random, 33_000, 80_000))}`),
        own,
      ),
    () =>
      attempt(
        'a huge head',
        http('GET', '/route', { headers: [`x-a: ${'x'.repeat(between(random, 33_000, 60_000))}`] }),
        own,
      ),
    () =>
      attempt(
        'many heads',
        http('GET', '/route', {
          headers: Array.from({ length: between(random, 500, 3000) }, (_, i) => `x-${i}: 1`),
        }),
        own,
      ),
    () =>
      attempt(
        'thousands of parameters',
        http('POST', '/route', {
          headers: [form],
          body: Array.from({ length: between(random, 1000, 8000) }, (_, i) => `p${i}=`).join('&'),
        }),
      ),
    () =>
      attempt(
        'a huge name',
        http('POST', '/route', { headers: [form], body: `${'n'.repeat(between(random, 1000, 60_000))}=1` }),
      ),
    () =>
      attempt(
        'a large value',
        http('POST', '/route', {
          headers: [form],
          body: `v=1.0&data=${oneOf(random, ['x', '%20', '%5b', '+']).repeat(between(random, 5000, 20_000))}`,
        }),
      ),
    () =>
      attempt(
        'a large body',
        http('POST', '/route', { headers: [form], body: 'x'.repeat(between(random, 65_537, 200_000)) }),
        own,
      ),
  ]
  if (random() < 0.02)
    return attempt(
      'a body of 2 MiB',
      http('POST', '/route', { headers: [form], body: Buffer.alloc(2 ** 21, 'v=1&') }),
      own,
    )
  return oneOf(random, cases)()
}

const lines = [
  'GET /route HTTP/1.1\r\n',
  'GET /route?%zz HTTP/1.1\r\nhost: x\r\n',
  'POST /route HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n',
  'GET\r\n\r\n',
  'get /route http/1.1\r\n\r\n',
  'GET  /route  HTTP/1.1\r\n\r\n',
  'GET /route HTTP/2.0\r\n\r\n',
  'GET /route HTTP/1.1\nhost: x\n\n',
  'GET /route HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n',
  'GET /route HTTP/1.1\r\n\r\n',
  'GET http://elsewhere/route HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET * HTTP/1.1\r\nhost: x\r\n\r\n',
  'CONNECT elsewhere:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET /route HTTP/1.1\r\n bad: folded\r\n\r\n',
  'GET /route HTTP/1.1\r\nbad header\r\n\r\n',
  'GET /route HTTP/1.1\r\nhost: x\r\nx-nul: \u0000\r\n\r\n',
  'GET /\u0000route HTTP/1.1\r\nhost: x\r\n\r\n',
  '\r\n\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  '{"api":"ykse.partner.cinema.getCinemas"}\r\n\r\n',
]
/** Sockets on which no request comes, or half of one. */
const rawBytes: Maker = ({ random }) => {
  const line = oneOf(random, lines)
  const cases = [
    () => attempt('a strange request line', line, { connection: 'half-closed', mayBeSilent: true }),
    () =>
      attempt('half a request', line.slice(0, between(random, 0, line.length)), {
        connection: 'half-closed',
        mayBeSilent: true,
      }),
    () =>
      attempt('half a request', line.slice(0, between(random, 0, line.length)), {
        connection: 'reset',
        answers: 0,
        mayBeSilent: true,
      }),
    () =>
      attempt('noise', noise(random, between(random, 1, 300)), {
        connection: 'half-closed',
        mayBeSilent: true,
      }),
    () =>
      attempt('hung up while sending', http('POST', '/route', { headers: [form, 'content-length: 60000'] }), {
        connection: 'reset',
        answers: 0,
        mayBeSilent: true,
      }),
    () =>
      attempt('hung up before the answer', http('GET', '/route?api=ykse.partner.cinema.getCinemas'), {
        connection: 'reset',
        answers: 0,
        mayBeSilent: true,
      }),
  ]
  return { ...oneOf(random, cases)(), target: 'elsewhere' }
}

/** By how often each is tried. */
export const brokenHttp: readonly [number, Maker][] = [
  [2, otherMethod],
  [2, otherContentType],
  [4, otherEncoding],
  [1, tooLarge],
  [3, rawBytes],
]
