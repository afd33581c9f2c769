import { randomIv } from '../../server/moviecloud/card-cipher.ts'
import { createMovieCloudClient } from '../../server/moviecloud/client.ts'
import { createMovieCloud } from '../../server/moviecloud/gateway.ts'
import { sandboxChannel } from '../../server/sandbox/sandbox.ts'

/** Monday, 20:00 in Beijing, and the days that are sold then. */
export const now = Date.parse('2026-11-23T20:00:00+08:00')
export const contactMobile = '13800138000'

/** The production gateway to a sandbox that runs as another process. */
export function openCloud(url: string, clock: { now: () => number }) {
  const { channelCode: channel, secret, cardKey } = sandboxChannel
  const client = createMovieCloudClient({ url, channel, secret, clock })
  return { cloud: createMovieCloud(client, { cardKey, iv: randomIv }), close: () => client.close() }
}
