import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ground } from '../apis/api.ts'
import {
  breakOff,
  type Outcome,
  sendBadGateway,
  sendHalf,
  sendPacked,
  unheardOf,
} from '../protocol/answer.ts'
import { isBizCode, isRetCode } from '../protocol/codes.ts'
import type { Packed } from '../protocol/packed.ts'
import { BizRefusal, SystemRefusal } from '../protocol/refusal.ts'
import type { Mishap } from './faults.ts'
import { codeOf } from './troubles.ts'

/** Whether the call gets lost before anybody looks at it. */
export const isNeverHandled = (mishap: Mishap | undefined): boolean =>
  mishap?.kind === 'lose-request' || (mishap?.kind === 'bad-gateway' && !mishap.handled)

/** How long the call, or the answer to it, is held back, ms. */
export function holdingMs(what: 'call' | 'answer', mishap: Mishap | undefined): number {
  const kind = what === 'call' ? 'delay' : 'delay-answer'
  return mishap?.kind === kind ? mishap.delayMs : 0
}

/** The refusal that takes the place of handling the call. */
export function refusalUnder(mishap: Mishap | undefined): BizRefusal | SystemRefusal | undefined {
  if (mishap?.kind === 'refuse') return refusalOf(mishap.code)
  if (mishap?.kind === 'trouble') return new BizRefusal(codeOf(mishap.trouble))
  return undefined
}

/** How the cinema's own system will deal with the call. */
export function groundUnder(mishap: Mishap | undefined): Ground {
  if (mishap?.kind === 'slow-tickets') return { delayMs: mishap.delayMs, fails: false }
  if (mishap?.kind === 'fail-tickets') return { delayMs: mishap.delayMs, fails: true }
  return { delayMs: 0, fails: false }
}

/** What the caller is told of the outcome. */
export function toldUnder(mishap: Mishap | undefined, outcome: Outcome): Outcome {
  if (mishap?.kind === 'deny') return refusalOf(mishap.code)
  if (mishap?.kind === 'unknown-code') return unheardOf
  return outcome
}

function refusalOf(code: string): BizRefusal | SystemRefusal {
  if (isRetCode(code)) return new SystemRefusal(code)
  return new BizRefusal(isBizCode(code) ? code : 'UNKNOWN_ERROR')
}

/**
 * Sends the answer, or what the mishap leaves of it.
 *
 * @param body absent when nobody handled the call
 * @returns how many bytes of JSON the caller got, before compression
 */
export async function sendUnder(
  mishap: Mishap | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  body: Packed | undefined,
): Promise<number> {
  if (mishap?.kind === 'bad-gateway') return sendBadGateway(response)
  if (body === undefined || mishap?.kind === 'lose-answer') {
    request.socket.destroy()
    return 0
  }
  if (mishap?.kind === 'reset') return breakOff(request, response, body)
  if (mishap?.kind === 'truncate') return sendHalf(response, body)
  return sendPacked(response, body, request.headers['accept-encoding']?.toString())
}
