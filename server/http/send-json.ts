import type { FastifyReply, FastifyRequest } from 'fastify'
import { createPackedBody, type PackedBody, sendPacked } from './packed-body.ts'

/** A hall is packed while a guest waits for it: about 5 ms for 500 kB at this quality. */
const brotliQuality = 5

/**
 * Answers public data with an ETag, packed. A result object that is sent again, as a hall is to every guest of
 * its show, is written and packed once.
 */
export function createCacheableJson() {
  const bodies = new WeakMap<object, PackedBody>()

  return (request: FastifyRequest, reply: FastifyReply, result: object): Promise<FastifyReply> => {
    let body = bodies.get(result)
    if (body === undefined) {
      body = createPackedBody(Buffer.from(JSON.stringify(result)), brotliQuality)
      bodies.set(result, body)
    }
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8')
    return sendPacked(request, reply, body)
  }
}
