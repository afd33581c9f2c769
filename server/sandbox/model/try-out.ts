import type { Answer } from '../test-client.ts'
import { bizCodeOf } from '../test-client.ts'
import type { ModelChannel, Wish } from './commands/desk.ts'
import { rules } from './rules/rules.ts'
import type { Run } from './run.ts'
import type { Ask, Expected } from './verdict.ts'

/** The sandbox and the model do not agree; the message tells the call and what led to it. */
export class Disagreement extends Error {
  readonly api: string
  /** How many steps led to it. */
  readonly steps: number

  constructor(api: string, steps: number, message: string, cause: unknown) {
    super(message, { cause })
    this.api = api
    this.steps = steps
  }
}

/** A call with nothing left open. */
export type Settled = Wish & { channel: ModelChannel; slowMs: number }

/** Makes a call and finds that its answer is what the model expects. @throws Disagreement */
export async function tryOut(run: Run, wish: Settled, step: number): Promise<void> {
  const { cloud, census, story } = run
  const { api, data, channel, slowMs } = wish
  if (slowMs > 0) await cloud.control('faults', { kind: 'slow-tickets', api, delayMs: slowMs, times: 1 })
  const answer = await judged(run, wish)
  const code = bizCodeOf(answer)
  census.add(api, code)
  const slow = slowMs > 0 ? `, the cinema takes ${slowMs / 60_000} minutes` : ''
  story.push(
    `${String(step).padStart(5)} ${channel.channelCode} ${api} ${JSON.stringify(data)}${slow}: ${code}`,
  )
}

/** Calls and compares, without a word in the census. @throws Disagreement */
export async function judged(
  { cloud, books, story, begun }: Run,
  { api, data, channel, slowMs }: Settled,
): Promise<Answer> {
  const ask: Ask = { api, data, channel, slowMs, now: cloud.clock.now() }
  const expected = rules[api]?.(books, ask)
  if (!expected) throw new Error(`the model has no rule for ${api}`)
  const answer = await cloud.ask(api, data, { channel: channel.channelCode, secret: channel.secret })
  const problem = compare(expected, answer)
  if (problem === undefined) return answer
  const told = [
    problem instanceof Error ? problem.message : String(problem),
    `call:   ${channel.channelCode} ${api} ${JSON.stringify(data)}`,
    `answer: ${JSON.stringify(answer)}`,
    'before it:',
    ...story.slice(-60),
  ]
  throw new Disagreement(api, begun, told.join('\n'), problem)
}

/** @returns what is wrong with the answer */
function compare({ codes, then }: Expected, answer: Answer): unknown {
  const code = bizCodeOf(answer)
  if (!codes.has(code)) return new Error(`the model expects ${[...codes].join(' or ') || 'nothing'}`)
  try {
    then?.(answer.data?.dataList ?? answer.data?.data)
    return undefined
  } catch (error) {
    return error
  }
}
