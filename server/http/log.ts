import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Env } from '../config/env.ts'

/** Where lines of JSON go; the standard output unless a test wants to read them. */
export interface LogStream {
  write(line: string): void
}

/**
 * The log's fields are an allowlist: a request is its method and its route's pattern (a real path would bear an
 * order's handle), an answer its status, an error its type, words and stack. No header, body, query or address.
 */
export function logOptions(
  level: Env['logLevel'],
  stream: LogStream = process.stdout,
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    stream,
    base: null,
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: describeError,
    },
  }
}

function describeError(error: unknown): { type: string; message: string; stack: string; cause?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...(error.cause instanceof Error && { cause: error.cause.message }),
  }
}

/** One line for each request that changed something or went wrong; reads are told at `debug`. */
export function addRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const fields = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (reply.statusCode >= 500) request.log.warn(fields, 'answered')
    else if (request.method === 'GET') request.log.debug(fields, 'answered')
    else request.log.info(fields, 'answered')
  })
}
