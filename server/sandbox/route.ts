import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Call, Ground } from './apis/api.ts'
import { apis } from './apis/apis.ts'
import { parseArguments } from './apis/arguments.ts'
import type { Channel } from './cloud/channels.ts'
import type { Cloud } from './cloud/cloud.ts'
import type { Fault, Faults } from './control/faults.ts'
import { answered, envelope, sendJson, stampDate } from './protocol/answer.ts'
import { isBizCode, isRetCode } from './protocol/codes.ts'
import { type AdmittedCall, admit } from './protocol/gatekeeper.ts'
import { readParameters } from './protocol/read-parameters.ts'
import { BizRefusal, HttpRefusal, SystemRefusal } from './protocol/refusal.ts'

export interface RouteParts {
  cloud: Cloud
  channels: ReadonlyMap<string, Channel>
  faults: Faults
  /** Ends every delay when the sandbox is closed. */
  closing: AbortSignal
}

/**
 * One call of the protocol: gate, fault, interface in a transaction, envelope.
 *
 * @throws HttpRefusal when the request is no call at all
 */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  parts: RouteParts,
): Promise<void> {
  const parameters = new Map<string, string>()
  let outcome: Parameters<typeof envelope>[1]
  let fault: Fault | undefined
  try {
    await readParameters(request, parameters)
    const call = admit(parameters, parts.channels, parts.cloud.clock.now())
    fault = parts.faults.take(call.api)
    if (fault?.kind === 'lose-request') return void request.socket.destroy()
    if (fault?.kind === 'delay') await delay(fault.delayMs, undefined, { signal: parts.closing })
    if (fault?.kind === 'refuse') throw refusalOf(fault.code)
    outcome = answered(handle(call, parts.cloud, groundUnder(fault)))
  } catch (error) {
    // Whoever hung up while sending gets no answer; whoever hung up while waiting was served all the same.
    if (error instanceof HttpRefusal || !(error instanceof Error) || request.socket.destroyed) throw error
    outcome = error
    if (!(error instanceof BizRefusal || error instanceof SystemRefusal))
      process.stderr.write(`sandbox: ${parameters.get('api')} failed: ${error.stack}\n`)
  }
  if (fault?.kind === 'lose-answer') return void request.socket.destroy()
  // The call may have been held back since it came.
  stampDate(response, parts.cloud.clock.now())
  await sendJson(response, envelope(parameters, outcome), request.headers['accept-encoding']?.toString())
}

function handle(admitted: AdmittedCall, cloud: Cloud, ground: Ground) {
  const api = apis.get(admitted.api)
  if (!api) throw new SystemRefusal('20001', `${admitted.api} is not open in this sandbox`)
  const args = parseArguments(admitted.data)
  cloud.keepProgramme()
  const call: Call = { args, cloud, channel: admitted.channel, now: cloud.clock.now(), ground }
  return cloud.inTransaction(() => api.handle(call))
}

const groundUnder = (fault: Fault | undefined): Ground => ({
  delayMs: fault?.kind === 'slow-tickets' ? fault.delayMs : 0,
  fails: false,
})

function refusalOf(code: string): BizRefusal | SystemRefusal {
  if (isRetCode(code)) return new SystemRefusal(code)
  return new BizRefusal(isBizCode(code) ? code : 'UNKNOWN_ERROR')
}
