import { cloudCodes } from '../moviecloud/codes.ts'
import { type Answer, readAnswer } from './answer.ts'
import { type CloudClient, NoAnswer, type Sending } from './cloud-client.ts'
import { barredBy, Untried } from './verdict.ts'

/** One call of the run, for the report and for the rules about all answers. */
export interface LoggedCall {
  api: string
  ms: number
  data: Sending['data']
  /** Absent when none came. */
  answer?: Answer
}

export interface Caller {
  readonly log: readonly LoggedCall[]
  /** One call as the rule wants it. @throws Untried when nobody can tell what became of it */
  send(sending: Sending): Promise<Answer>
  /** An ordinary call. @throws Untried as `send` */
  ask(api: string, data: object): Promise<Answer>
  /** A call that a rule needs on its way to what it is about. @throws Untried unless it was done */
  must(api: string, data: object): Promise<Answer>
}

/**
 * Makes the calls of a run one after the other. A cloud in trouble is no cloud that breaks rules: no answer, a 5xx
 * and codes such as 10001 or CINEMA_CONNECTION_ERROR leave a rule unclear; a channel without the right to call an
 * interface makes it not applicable.
 */
export function createCaller(client: CloudClient): Caller {
  const log: LoggedCall[] = []

  async function send(sending: Sending): Promise<Answer> {
    const { api, data } = sending
    try {
      const exchange = await client.send(sending)
      if (exchange.status >= 500) {
        log.push({ api, data, ms: exchange.ms })
        throw new Untried('unclear', `${api} was answered HTTP ${exchange.status}`)
      }
      const answer = readAnswer(exchange)
      log.push({ api, data, ms: exchange.ms, answer })
      checkTrouble(api, answer)
      return answer
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      log.push({ api, data, ms: error.ms })
      throw new Untried('unclear', `${api}: ${error.message}`)
    }
  }
  const ask = (api: string, data: object) => send({ api, data })

  return {
    log,
    send,
    ask,
    async must(api, data) {
      const answer = await ask(api, data)
      if (!answer.ok) throw barredBy(answer)
      return answer
    },
  }
}

const noRight = new Set(['20001', 'API_PERMISSION_ERROR'])

/** The cinema is at it: no trouble, but an answer that rules wait for (5.3.2, note 2). */
const waiting = 'ORDER_PROCESSING'

function checkTrouble(api: string, { code }: Answer): void {
  if (noRight.has(code)) throw new Untried('not-applicable', `the channel may not call ${api} (${code})`)
  if (code !== waiting && cloudCodes.get(code)?.class === 'unknown')
    throw new Untried('unclear', `${api} was answered ${code}`)
}
