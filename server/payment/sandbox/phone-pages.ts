import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Counter, mishaps } from './counter.ts'
import { addPhoneFonts } from './phone-fonts.ts'
import { phonePage, stylePath, unknownPage } from './phone-page.ts'
import { phoneStyle } from './phone-style.ts'
import { chooseLanguage } from './words.ts'

/** Nothing but our own style sheets, font and form. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const Params = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) })
const Query = z.object({ lang: z.string().optional() })
const Act = z.enum(['pay', 'decline', ...mishaps])

/** `/phone-pay/:token`: what a phone sees that scans the QR. Whoever holds the token may pay; it can't be guessed. */
export function phonePages(counter: Counter): FastifyPluginAsync {
  return async server => {
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, String(body)),
    )
    server.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
    })

    server.get(stylePath, (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(phoneStyle),
    )
    addPhoneFonts(server)
    server.get('/phone-pay/:token', (request, reply) => {
      const token = tokenOf(request)
      return send(request, reply, token === undefined ? undefined : counter.look(token))
    })
    server.post('/phone-pay/:token', (request, reply) => {
      const token = tokenOf(request)
      const act = Act.safeParse(new URLSearchParams(z.string().catch('').parse(request.body)).get('act'))
      if (token === undefined || !act.success) return send(request, reply, undefined)
      const result = perform(counter, token, act.data)
      if (result === undefined) return send(request, reply, undefined)
      // So that a reload of the result page does not send the form again.
      return reply.redirect(`/phone-pay/${token}?lang=${languageOf(request)}`, 303)
    })
  }
}

function perform(counter: Counter, token: string, act: z.infer<typeof Act>): ReturnType<Counter['look']> {
  switch (act) {
    case 'pay':
      return counter.pay(token)
    case 'decline':
      return counter.decline(token)
    default:
      return counter.payAmiss(token, act)
  }
}

function send(request: FastifyRequest, reply: FastifyReply, payable: ReturnType<Counter['look']>) {
  const language = languageOf(request)
  const path = request.url.split('?')[0] ?? ''
  return reply
    .code(payable === undefined ? 404 : 200)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(payable === undefined ? unknownPage(language, path) : phonePage(payable, language, path))
}

function tokenOf(request: FastifyRequest): string | undefined {
  const params = Params.safeParse(request.params)
  return params.success ? params.data.token : undefined
}

function languageOf(request: FastifyRequest) {
  const query = Query.safeParse(request.query)
  return chooseLanguage(query.success ? query.data.lang : undefined, request.headers['accept-language'])
}
