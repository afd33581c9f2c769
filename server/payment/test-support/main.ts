import { parseArgs } from 'node:util'
import { systemClock } from '../../kernel/clock.ts'
import { Pace, pacedClock } from '../../kernel/pace.ts'
import { startAlipayStandIn } from '../alipay/test-support/alipay-stand-in.ts'
import { startWechatStandIn } from '../wechat/test-support/wechat-stand-in.ts'

/**
 * A payment provider's stand-in as a process of its own, for whoever kills and restarts the server beside it:
 * `tsx server/payment/test-support/main.ts --provider alipay --port 8801`; with `--pace` (kernel/pace.ts, as JSON) its
 * time passes quicker. Writes one line of JSON, the merchant's
 * credentials; then it is steered over HTTP (`POST /stand-in/control`, see control.ts).
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      provider: { type: 'string' },
      port: { type: 'string', default: '0' },
      pace: { type: 'string' },
    },
  })
  const clock =
    values.pace === undefined ? systemClock : pacedClock(systemClock, Pace.parse(JSON.parse(values.pace)))
  const options = { port: Number(values.port), clock, backOffMs: quickMs }
  const standIn =
    values.provider === 'alipay'
      ? await startAlipayStandIn(options)
      : values.provider === 'wechat'
        ? await startWechatStandIn(options)
        : undefined
  if (standIn === undefined) throw new Error('--provider has to be alipay or wechat')
  process.stdout.write(`${JSON.stringify(standIn.credentials)}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void standIn.close().then(() => process.exit(0)))
}

/** Nobody who watches a harness waits for the providers' hours. */
const quickMs = [500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 60_000]

main().catch((error: unknown) => {
  process.stderr.write(`stand-in: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
