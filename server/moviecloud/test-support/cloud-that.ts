import { onTestFinished } from 'vitest'
import { type ClientOptions, createMovieCloudClient } from '../client.ts'
import type { Declaration } from '../declare.ts'
import { answeringServer, type Respond, testSecret } from './answering-server.ts'

/** A client and the server that it calls, both closed when the test is over. */
export async function cloudThat(
  respond: Respond,
  options: Partial<ClientOptions> = {},
  secret: string = testSecret,
) {
  const server = await answeringServer(respond, secret)
  const client = createMovieCloudClient({
    url: server.url,
    channel: 'YKSE',
    secret: testSecret,
    clock: { now: () => 1_700_000_000_000 },
    ...options,
  })
  onTestFinished(async () => {
    await client.close()
    await server.close()
  })
  return { server, client }
}

/** The API with another patience, so that no test waits for the real one. */
export const impatient = <D extends Declaration>(api: D, timeoutMs: number): D => ({ ...api, timeoutMs })
