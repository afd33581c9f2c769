import type { z } from 'zod'
import type { Outcome } from '../kernel/outcome.ts'
import { classOf } from './codes.ts'
import type { Declaration } from './declare.ts'
import { type Reading, readEnvelope } from './envelope.ts'
import type { RawAnswer } from './transport.ts'

/** An outcome that also tells the cloud's own code, when it answered one, for logs and the command line. */
export type CloudOutcome<T> = Outcome<T> & { code?: string; meaning?: string }

/** What came of an exchange, read as far as its code. */
export interface Answer {
  reading: Reading | Exclude<RawAnswer, { kind: 'answered' }>
  /** Absent when the cloud itself did not speak. */
  code?: string
  dateMs?: number
}

/** Reads the envelope of an answer; an HTTP status that is no success is no answer of the cloud's own. */
export function read(raw: RawAnswer): Answer {
  if (raw.kind !== 'answered') return { reading: raw }
  if (raw.status < 200 || raw.status >= 300) {
    return { reading: { kind: 'unreadable', reason: `HTTP ${raw.status}` } }
  }
  const reading = readEnvelope(raw.body)
  return {
    reading,
    ...(reading.kind === 'code' && { code: reading.code }),
    ...(raw.dateMs !== undefined && { dateMs: raw.dateMs }),
  }
}

/** The outcome of a call: the code decides, the declaration normalises (specification 9). */
export function toOutcome<R extends z.ZodType>(
  api: Declaration<z.ZodType, R>,
  reading: Answer['reading'],
): CloudOutcome<z.output<R>> {
  if (reading.kind === 'unreadable') return { kind: 'unknown', reason: reading.reason }
  if (reading.kind !== 'code') return reading
  const { code, level, message: meaning } = reading
  switch (classOf(code, level)) {
    case 'done':
      return normalise(api, reading.payload)
    case 'unknown':
      return { kind: 'unknown', reason: `the cloud answered ${code}`, code, meaning }
    case 'refused':
    case 'not-processed':
      return { kind: 'refused', code, meaning }
  }
}

function normalise<R extends z.ZodType>(
  api: Declaration<z.ZodType, R>,
  payload: unknown,
): CloudOutcome<z.output<R>> {
  const parsed = api.result.safeParse(inForm(api.answer, payload))
  if (parsed.success) return { kind: 'done', value: parsed.data }
  const [issue] = parsed.error.issues
  return {
    kind: 'unknown',
    reason: `the answer's ${issue?.path.join('.') || 'data'} is unreadable: ${issue?.message}`,
  }
}

/** Single objects arrive as a list of one now and then; what is null is absent. */
function inForm(answer: Declaration['answer'], payload: unknown): unknown {
  const [only] = answer === 'object' && Array.isArray(payload) ? payload : [payload]
  return only ?? undefined
}
