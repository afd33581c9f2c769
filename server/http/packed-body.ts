import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const asGzip = promisify(gzip)
const asBrotli = promisify(brotliCompress)
/** Below this the packed form is no smaller on the wire. */
const worthPackingBytes = 1_400

type Encoding = 'br' | 'gzip' | 'identity'

/** Bytes that are sent again and again: written once, and packed once for each way a browser likes. */
export interface PackedBody {
  etag: string
  /** The bytes in the best form that `acceptEncoding` allows. */
  form(acceptEncoding: string): Promise<{ encoding: Encoding; bytes: Buffer }>
}

/** @param quality brotli's, 1 to 11: higher is smaller and slower to make; `as-it-is` for bytes that are packed already */
export function createPackedBody(plain: Buffer, quality: number | 'as-it-is'): PackedBody {
  const packed = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(plain)]])

  function pack(encoding: Encoding, brotliQuality: number): Promise<Buffer> {
    const known = packed.get(encoding)
    if (known !== undefined) return known
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    }
    const made = encoding === 'br' ? asBrotli(plain, { params }) : asGzip(plain)
    packed.set(encoding, made)
    return made
  }

  return {
    // Weak, because the packed forms have the same meaning but not the same bytes.
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    async form(acceptEncoding) {
      if (quality === 'as-it-is' || plain.length < worthPackingBytes)
        return { encoding: 'identity', bytes: plain }
      const encoding = bestEncoding(acceptEncoding)
      return { encoding, bytes: await pack(encoding, quality) }
    },
  }
}

/** Answers 304 when the browser has these very bytes, else the bytes, packed as it likes. */
export async function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  body: PackedBody,
): Promise<FastifyReply> {
  reply.headers({ etag: body.etag, vary: 'accept-encoding' })
  const known = request.headers['if-none-match']?.split(',').map(tag => tag.trim())
  if (known?.includes(body.etag)) return reply.code(304).send()
  const { encoding, bytes } = await body.form(request.headers['accept-encoding'] ?? '')
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(bytes)
}

function bestEncoding(accepts: string): Encoding {
  const wanted = accepts.split(',').map(part => part.replaceAll(' ', '').toLowerCase())
  const likes = (name: Encoding) =>
    wanted.some(part => part === name || (part.startsWith(`${name};q=`) && !/;q=0(\.0*)?$/.test(part)))
  if (likes('br')) return 'br'
  return likes('gzip') ? 'gzip' : 'identity'
}
