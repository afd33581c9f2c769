import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ApiError, errors } from '#contract/errors.ts'
import { Problem } from '#contract/problem.ts'
import { languageOf } from './language.ts'

/**
 * The one place where an error becomes an answer: our own problems by their code, what fastify refuses
 * (malformed JSON, too large, wrong type) as `invalid-request` under its own status, and anything else as
 * `internal`, logged here and nowhere else.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof Problem ? error : undefined
  const refused = problem === undefined ? refusedStatus(error) : undefined
  const code = problem?.code ?? (refused === undefined ? 'internal' : 'invalid-request')
  if (code === 'internal') request.log.error({ err: error }, 'a request failed')
  else if (problem?.cause !== undefined) request.log.warn({ err: problem }, 'a request was not served')

  const { status, text, retry } = errors[code]
  const body: ApiError = {
    code,
    message: (problem?.text ?? text)[languageOf(request.headers['accept-language'])],
    ...(problem?.field !== undefined && { field: problem.field }),
    ...(problem?.seatIds !== undefined && { seatIds: problem.seatIds }),
    ...(problem?.rule !== undefined && { rule: problem.rule }),
    ...(retry !== undefined && { retry }),
    ...(problem?.retryAfterSeconds !== undefined && { retryAfterSeconds: problem.retryAfterSeconds }),
  }
  if (problem?.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
  return reply
    .code(refused ?? status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
}

/** The 4xx that fastify itself wants to answer, if it is one of those. */
function refusedStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined
  const { statusCode } = error
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined
}
