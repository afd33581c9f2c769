import type { z } from 'zod'
import { type CloudOutcome, read, toOutcome } from '../../moviecloud/answer.ts'
import type { MovieCloudClient } from '../../moviecloud/client.ts'
import type { Declaration } from '../../moviecloud/declare.ts'
import type { RawAnswer } from '../../moviecloud/transport.ts'
import { type Said, toBody } from './bodies.ts'
import { type Arrival, drawLineFault } from './line-faults.ts'
import { answerOf, readAsked } from './upstream.ts'
import type { Asked, World } from './world.ts'

/** The process at our end of the line. */
export interface Caller {
  alive(): boolean
  /** Tells each call that leaves; the function it answers is called when the call is over. */
  send(asked: Asked): () => void
  /** Fulfils once the process may go on; never for one that died. */
  through<T>(answer: Promise<T>): Promise<T>
}

/**
 * The cloud's protocol as one process of ours sees it: the production gateway, reading and classification stand on
 * it; requests and answers go astray on the way, and the answers are real bodies.
 */
export function createLine(world: World, caller: Caller): MovieCloudClient {
  const { time, dice, note } = world
  let sent = 0
  let arrived = 0

  const exchange = <R extends z.ZodType>(api: Declaration<z.ZodType, R>, data: string) =>
    new Promise<CloudOutcome<z.output<R>>>(resolve => {
      if (!caller.alive()) return
      const asked = readAsked(world.cloud, api.name, data)
      const over = caller.send(asked)
      const number = ++sent
      let open = true
      const answer = (raw: RawAnswer) => {
        if (!open) return
        open = false
        silence()
        over()
        resolve(toOutcome(api, read(raw).reading))
      }
      // A call that was turned away for its clock or its secret is sent again at once and may take that much longer.
      const patience = api.timeoutMs + (dice.chance(0.1) ? 60_000 : 0)
      const silence = time.after(patience, () => answer({ kind: 'unknown', reason: 'timeout' }))
      const arrival = drawLineFault(world, asked)
      if (arrival === 'refused') return answer({ kind: 'not-sent', reason: 'ECONNREFUSED' })
      if (arrival === 'dropped') return
      time.after(arrival.afterMs, () => {
        if (number < arrived) note('requests reordered')
        arrived = Math.max(arrived, number)
        if (arrival.instead !== undefined) return deliver(arrival, arrival.instead, answer)
        void answerOf(world, asked, arrival.slow === true).then(said => deliver(arrival, said, answer))
      })
    })

  const deliver = (arrival: Arrival, said: Said | undefined, answer: (raw: RawAnswer) => void) => {
    const back = arrival.back
    if (back === 'lost' || said === undefined) return
    const raw = (): RawAnswer => {
      const body = toBody(said, back === 'data as string' || back === 'missing envelope' ? back : 'plain')
      switch (back) {
        case 'reset':
          return { kind: 'unknown', reason: 'ECONNRESET' }
        case 'HTTP 502':
          return { kind: 'answered', status: 502, body: '<html>502 Bad Gateway</html>' }
        case 'truncated':
          return { kind: 'answered', status: 200, body: body.slice(0, Math.floor(body.length * 0.7)) }
        default:
          return { kind: 'answered', status: 200, body }
      }
    }
    time.after(arrival.backMs, () => answer(raw()))
  }

  return {
    call: async (api, params) => caller.through(exchange(api, JSON.stringify(api.params.parse(params)))),
    async callFrozen(api, data) {
      const outcome = await caller.through(exchange(api, data))
      const { lockId } = readAsked(world.cloud, api.name, data)
      world.heard.set(lockId, (world.heard.get(lockId) ?? 0) + 1)
      return outcome
    },
    close: async () => undefined,
  }
}
