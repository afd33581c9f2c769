import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const asGzip = promisify(gzip)
const asBrotli = promisify(brotliCompress)
/** Below this the packed form is no smaller on the wire. */
const worthPackingBytes = 1_400

type Encoding = 'br' | 'gzip' | 'identity'
interface Body {
  etag: string
  forms: Map<Encoding, Promise<Buffer>>
}

/**
 * Answers public data with an ETag (304 when the browser has it) and packed as the browser likes. A result object
 * that is sent again, as a hall is to every guest of its show, is written and packed once.
 */
export function createCacheableJson(): (
  request: FastifyRequest,
  reply: FastifyReply,
  result: object,
) => Promise<FastifyReply> {
  const bodies = new WeakMap<object, Body>()

  return async (request, reply, result) => {
    let body = bodies.get(result)
    if (body === undefined) {
      const plain = Buffer.from(JSON.stringify(result))
      // Weak, because the packed forms have the same meaning but not the same bytes.
      const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
      body = { etag, forms: new Map([['identity', Promise.resolve(plain)]]) }
      bodies.set(result, body)
    }
    reply.headers({ etag: body.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' })
    const known = request.headers['if-none-match']?.split(',').map(tag => tag.trim())
    if (known?.includes(body.etag)) return reply.code(304).send()
    const [encoding, bytes] = await packed(body, request.headers['accept-encoding'] ?? '')
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type('application/json; charset=utf-8').send(bytes)
  }
}

async function packed(body: Body, accepts: string): Promise<[Encoding, Buffer]> {
  const plain = (await body.forms.get('identity')) ?? Buffer.alloc(0)
  if (plain.length < worthPackingBytes) return ['identity', plain]
  const encoding: Encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'identity'
  let form = body.forms.get(encoding)
  if (form === undefined) {
    form =
      encoding === 'br' ? asBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : asGzip(plain)
    body.forms.set(encoding, form)
  }
  return [encoding, await form]
}
