import { parseArgs } from 'node:util'
import { limitsAt } from './protocol/rate-limiter.ts'
import { startSandbox } from './sandbox.ts'

const usage = `npm run sandbox -- [--port N] [--host H] [--data DIR] [--seed N] [--rate N|none] [--channel C] [--secret S] [--card-key K]
`

/** The sandbox alone, for anybody who writes a client of the Movie Cloud. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8800' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: ':memory:' },
      seed: { type: 'string', default: '1' },
      rate: { type: 'string', default: '200' },
      channel: { type: 'string' },
      secret: { type: 'string' },
      'card-key': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(usage)
  const sandbox = await startSandbox({
    port: wholeNumber('port', values.port),
    host: values.host,
    dataDir: values.data,
    seed: wholeNumber('seed', values.seed),
    limits: values.rate === 'none' ? 'none' : limitsAt(wholeNumber('rate', values.rate)),
    ...(values.channel === undefined ? {} : { channel: values.channel }),
    ...(values.secret === undefined ? {} : { secret: values.secret }),
    ...(values['card-key'] === undefined ? {} : { cardKey: values['card-key'] }),
  })
  process.stdout.write(`Movie Cloud sandbox

  page      ${sandbox.url}/sandbox
  address   ${sandbox.url}/route
  channel   ${sandbox.channel}
  secret    ${sandbox.secret}
  card key  ${sandbox.cardKey}
  data      ${values.data === ':memory:' ? 'in memory, gone at the end' : values.data}

A first call, with nothing but curl and md5sum:

  T=$(date +%s)000
  SIGN=$(printf %s "apiykse.partner.cinema.getCinemaschannelCode${sandbox.channel}data{}timestamp\${T}v1.0${sandbox.secret}" | md5sum | cut -d' ' -f1)
  curl -sG --compressed ${sandbox.url}/route --data-urlencode 'data={}' -d v=1.0 -d channelCode=${sandbox.channel} \\
    -d api=ykse.partner.cinema.getCinemas -d timestamp=$T -d sign=$SIGN

A whole sale: server/sandbox/examples/sell-a-ticket.sh ${sandbox.url} ${sandbox.channel} ${sandbox.secret}
`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} has to be a whole number`)
  return Number(value)
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 1
})
