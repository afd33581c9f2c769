import type { FastifyPluginAsync } from 'fastify'
import type { NotifyHeaders } from './provider.ts'

/** Takes a provider's message; fulfils once it is on the disk. */
export type TakeNotification = (raw: Uint8Array, headers: NotifyHeaders) => Promise<'accepted' | 'rejected'>

/**
 * `POST /api/payments/notify/:provider` for the providers that are configured. The signature covers the bytes as
 * they came, so nothing parses them on the way; a message that is not the provider's is answered 401 and changes
 * nothing. No guest's browser calls it, so it stands outside the contract.
 */
export function paymentRoutes(takers: Readonly<Record<string, TakeNotification>>): FastifyPluginAsync {
  return async server => {
    server.removeAllContentTypeParsers()
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const [provider, take] of Object.entries(takers)) {
      server.post(`/api/payments/notify/${provider}`, async (request, reply) => {
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const answer = await take(raw, request.headers)
        reply.header('cache-control', 'no-store')
        // `success` is what Alipay waits for; WeChat Pay goes by the status, and reads why it was turned away.
        return answer === 'accepted'
          ? reply.type('text/plain; charset=utf-8').send('success')
          : reply.code(401).send({ code: 'FAIL', message: 'rejected' })
      })
    }
  }
}
