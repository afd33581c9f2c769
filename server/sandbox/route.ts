import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Quirk } from '#contract/sandbox-faults.ts'
import type { AnswerCache, StandingAnswer } from './answer-cache.ts'
import type { Call } from './apis/api.ts'
import { apis } from './apis/apis.ts'
import { type Arguments, parseArguments } from './apis/arguments.ts'
import type { Channel } from './cloud/channels.ts'
import type { Cloud } from './cloud/cloud.ts'
import type { CallLog } from './control/call-log.ts'
import { logEntry } from './control/log-entry.ts'
import type { CallTraits, Faults, Mishap } from './faults/faults.ts'
import {
  groundUnder,
  holdingMs,
  isNeverHandled,
  refusalUnder,
  sendUnder,
  toldUnder,
} from './faults/mishaps.ts'
import { withQuirks } from './faults/quirks.ts'
import { answered, envelope, stampDate } from './protocol/answer.ts'
import { isApiName } from './protocol/api-names.ts'
import { type AdmittedCall, admit } from './protocol/gatekeeper.ts'
import { type Packed, packed } from './protocol/packed.ts'
import { readParameters } from './protocol/read-parameters.ts'
import { BizRefusal, HttpRefusal, SystemRefusal } from './protocol/refusal.ts'
import type { Repetitions } from './protocol/repetitions.ts'

export interface RouteParts {
  cloud: Cloud
  channels: ReadonlyMap<string, Channel>
  faults: Faults
  /** The fault that a call's own parameters bring; absent: none do. */
  magic?: (call: CallTraits, args: Arguments) => Mishap | undefined
  repetitions: Repetitions
  answers: AnswerCache
  /** Throws when a cinema is asked too often; absent: it can bear anything. */
  limit?: (channelCode: string, cinemaLinkId: string, now: number) => void
  log: CallLog
  /** Ends every delay when the sandbox is closed. */
  closing: AbortSignal
}

/**
 * One call of the protocol: gate, mishap, interface in a transaction, envelope. A mishap may keep the call from being
 * handled, hide what came of it, or spoil its answer.
 *
 * @throws HttpRefusal when the request is no call at all
 */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  parts: RouteParts,
): Promise<void> {
  const { cloud, faults, log } = parts
  const at = cloud.clock.now()
  const began = performance.now()
  const parameters = new Map<string, string>()
  const { traits, mishap, skewMs, handled } = await undergo(request, parameters, parts)
  const told = handled && toldUnder(mishap, handled.outcome)
  const quirks = traits ? faults.quirks(traits, cloud.clock.now()) : []
  const standing = told === handled?.outcome ? handled?.packed : undefined
  const body = told && packWith(quirks, standing ?? packed(envelope(headOf(parameters), told)))
  await wait(holdingMs('answer', mishap), parts)
  // The call may have been held back since it came.
  stampDate(response, cloud.clock.now() + skewMs)
  const bytes = await sendUnder(mishap, request, response, body)
  const ms = Math.round((performance.now() - began) * 10) / 10
  log.add(
    logEntry({ at, ms, bytes, method: request.method, parameters, traits, mishap, skewMs, quirks, told }),
  )
}

/** What every answer repeats of its call, as it was sent. */
const headOf = (parameters: ReadonlyMap<string, string>) => ({
  api: parameters.get('api') ?? '',
  v: parameters.get('v') ?? '',
})

const packWith = (quirks: readonly Quirk[], answer: Packed): Packed =>
  quirks.length === 0 ? answer : packed(withQuirks(answer.plain.toString('utf8'), quirks))

/** What came of a call; packed already where the same was answered before. */
type Handled = Pick<StandingAnswer, 'outcome'> & Partial<StandingAnswer>

/** What happened to a call on its way. */
interface Undergone {
  traits?: CallTraits
  mishap?: Mishap | undefined
  /** How far off the clock was that it saw. */
  skewMs: number
  /** Absent: nobody handled it. */
  handled?: Handled
}

async function undergo(
  request: IncomingMessage,
  parameters: Map<string, string>,
  parts: RouteParts,
): Promise<Undergone> {
  const { cloud, faults, channels } = parts
  const undergone: Undergone = { skewMs: 0 }
  try {
    await readParameters(request, parameters)
    undergone.skewMs = skewSeenBy(parameters, parts)
    const admitted = admit(parameters, channels, cloud.clock.now() + undergone.skewMs)
    const args = readable(admitted.data)
    const traits = traitsOf(admitted, args, parts)
    undergone.traits = traits
    const mishap = faults.mishap(traits, cloud.clock.now()) ?? parts.magic?.(traits, args)
    undergone.mishap = mishap
    if (isNeverHandled(mishap)) return undergone
    await wait(holdingMs('call', mishap), parts)
    const refusal = refusalUnder(mishap)
    if (refusal) throw refusal
    return { ...undergone, handled: handle(admitted, traits, mishap, parts) }
  } catch (error) {
    // Whoever hung up while sending gets no answer; whoever hung up while waiting was served all the same.
    if (error instanceof HttpRefusal || !(error instanceof Error) || request.socket.destroyed) throw error
    if (!(error instanceof BizRefusal || error instanceof SystemRefusal))
      process.stderr.write(`sandbox: ${parameters.get('api')} failed: ${error.stack}\n`)
    return { ...undergone, handled: { outcome: error } }
  }
}

/** Takes the answer that stands all day, where there is one; any other is made in a transaction. @throws refusals */
function handle(
  admitted: AdmittedCall,
  traits: CallTraits,
  mishap: Mishap | undefined,
  parts: RouteParts,
): Handled {
  const { cloud, limit, answers } = parts
  const { data, channel } = admitted
  const api = apis.get(admitted.api)
  if (!api) throw new SystemRefusal('20001', `${admitted.api} is not open in this sandbox`)
  const question = { api: api.name, channelCode: channel.channelCode, data }
  cloud.keepUp()
  const now = cloud.clock.now()
  // A cinema that does not exist has nothing that could be too busy, and leaves nothing to remember.
  const cinema = cloud.world.cinemas.find(({ cinemaLinkId }) => cinemaLinkId === traits.cinemaLinkId)
  if (cinema) limit?.(traits.channelCode, cinema.cinemaLinkId, now)
  const standing = api.sameAllDay && answers.find(question, cloud)
  if (standing) return standing
  const call: Call = { args: parseArguments(data), cloud, channel, now, ground: groundUnder(mishap) }
  const outcome = answered(cloud.inTransaction(() => api.handle(call)))
  if (!api.sameAllDay) return { outcome }
  const { bizCode, bizMsg } = outcome
  const answer = {
    outcome: { bizCode, bizMsg },
    packed: packed(envelope({ api: api.name, v: '1.0' }, outcome)),
  }
  answers.keep(question, cloud, answer)
  return answer
}

/** The business parameters where they can be read; where not, the interface will say so. */
function readable(data: string): Arguments {
  try {
    return parseArguments(data)
  } catch (error) {
    if (error instanceof BizRefusal) return {}
    throw error
  }
}

function traitsOf({ api, channel, data }: AdmittedCall, args: Arguments, parts: RouteParts): CallTraits {
  const { channelCode } = channel
  const cinemaLinkId = args['cinemaLinkId']
  return {
    api,
    channelCode,
    cinemaLinkId: typeof cinemaLinkId === 'string' ? cinemaLinkId : undefined,
    repeated: parts.repetitions.note({ api, channelCode, data }),
  }
}

/** The clock is looked at before anybody knows who is calling: what the call says of itself has to do. */
function skewSeenBy(parameters: ReadonlyMap<string, string>, { faults, cloud }: RouteParts): number {
  const api = parameters.get('api') ?? ''
  if (!isApiName(api)) return 0
  const channelCode = parameters.get('channelCode') ?? ''
  const traits = { api, channelCode, cinemaLinkId: undefined, repeated: false }
  return faults.skewMs(traits, cloud.clock.now())
}

const wait = async (ms: number, { closing }: RouteParts): Promise<void> => {
  if (ms > 0) await delay(ms, undefined, { signal: closing })
}
