import { signedParameters } from '../../server/sandbox/test-client.ts'
import type { SandboxProcess } from '../../server/sandbox/test-start-process.ts'
import type { Line } from '../line.ts'

export type Account = SandboxProcess['sandbox']

/** A whole request of HTTP/1.1 that makes a signed call, as a partner's server sends it. */
export function signedRequest(account: Account, now: number, api: string, data: object): Buffer {
  const parameters = signedParameters(account, api, data, { timestamp: now }).toString()
  return Buffer.from(
    `GET /route?${parameters} HTTP/1.1\r\nhost: sandbox\r\naccept-encoding: gzip\r\n\r\n`,
    'latin1',
  )
}

/** Makes one call and reads its answer; answers shorter than a kilobyte come uncompressed. */
export async function callOver(send: Line['send'], request: Buffer): Promise<string> {
  const answer = (await send(request)).toString('utf8')
  if (!answer.includes('"bizCode":"SUCCESS"')) throw new Error(`refused: ${answer.slice(0, 300)}`)
  return answer
}
