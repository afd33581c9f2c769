import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyPluginAsync, LogController } from 'fastify'
import { Problem } from '#contract/problem.ts'
import type { Env } from '../config/env.ts'
import type { Clock } from '../kernel/clock.ts'
import type { StaffAccess } from '../staff/staff-access.ts'
import { answerError } from './answer-error.ts'
import { addApiRoutes } from './api-routes.ts'
import type { Handlers } from './handlers.ts'
import { addRequestLog, type LogStream, logOptions } from './log.ts'
import { openApiDocument } from './openapi.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { createStaffCookie } from './staff-cookie.ts'
import { addStaticFiles } from './static-files.ts'

/** The largest body any route takes; the biggest real one, a hold of 20 seats, is about 2 kB. */
const bodyLimitBytes = 32 * 1024
const maxHeaderBytes = 16 * 1024

/** The HTTP side of the house, ready to listen. Slow or oversized requests are cut off by the limits set here. */
export async function createHttpServer(parts: {
  env: Pick<Env, 'logLevel' | 'trustProxy' | 'publicUrl'>
  /** Known once we listen, when the port was left to the system. */
  publicUrl: () => string
  clock: Clock
  clientDir: string
  handlers: Handlers
  identifyStaff: StaffAccess['identify']
  /** Whether we can serve at all: the journal can be written. */
  ready: () => boolean
  plugins: readonly FastifyPluginAsync[]
  logTo?: LogStream
}): Promise<FastifyInstance> {
  const server = Fastify({
    logger: logOptions(parts.env.logLevel, parts.logTo),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted(parts.env.trustProxy),
    frameworkErrors: answerError,
    bodyLimit: bodyLimitBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 60_000,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 100 },
    http: { maxHeaderSize: maxHeaderBytes, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
  })
  const overTls = parts.env.publicUrl?.startsWith('https:') ?? false
  addSecurityHeaders(server, { overTls })
  addRequestLog(server)
  server.setErrorHandler(answerError)
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api')) return answerError(new Problem('not-found'), request, reply)
    return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n')
  })

  addApiRoutes(server, { ...parts, staffCookie: createStaffCookie({ overTls }) })
  const document = openApiDocument()
  server.get('/api/openapi.json', () => document)
  server.get('/healthz', () => ({ status: 'ok' }))
  server.get('/readyz', (_request, reply) =>
    parts.ready() ? { status: 'ready' } : reply.code(503).send({ status: 'not-ready' }),
  )
  for (const plugin of parts.plugins) await server.register(plugin)
  addStaticFiles(server, parts.clientDir)
  return server
}

/** Fastify's own form of the setting: so many hops from the nearest one, or these addresses, or nobody. */
function trusted(setting: Env['trustProxy']): false | string[] | ((address: string, hop: number) => boolean) {
  return typeof setting === 'number' ? (_address, hop) => hop < setting : setting
}
