import type { Clock } from '../../kernel/clock.ts'
import type { Ledger, Message } from './ledger.ts'
import { sign, signatureHeader } from './notification.ts'

/** Delivers the provider's messages to the merchant by HTTP, again and again until they are taken. */
export interface Notifier {
  start(): void
  /** A message waits. */
  kick(): void
  /** Delivers what is due now; answers when it was tried. */
  deliverDue(): Promise<void>
  stop(): Promise<void>
}

/** After each failed try the next; after the last it is given up, and only a query tells. */
const backOffMs = [1, 3, 10, 30, 60, 180, 600, 1_800, 3_600, 3_600, 7_200, 21_600].map(s => s * 1_000)
const answerMaxMs = 5_000
const lookAgainMaxMs = 60_000

export function createNotifier(parts: {
  ledger: Ledger
  clock: Clock
  secret: string
  /** Where the merchant takes messages; asked at each try, since a port may be known only late. */
  notifyUrl: () => string
}): Notifier {
  const { ledger, clock, secret, notifyUrl } = parts
  let timer: NodeJS.Timeout | undefined
  let running = false
  let delivering: Promise<void> = Promise.resolve()

  const deliver = async (message: Message) => {
    const taken = await post(notifyUrl(), secret, Buffer.from(message.body, 'utf8'))
    const wait = backOffMs[message.tries]
    ledger.messageTried(message.id, taken, taken || wait === undefined ? undefined : clock.now() + wait)
  }
  const deliverDue = () => {
    delivering = delivering.then(async () => {
      for (const message of ledger.dueMessages(clock.now())) await deliver(message)
    })
    return delivering
  }
  const plan = () => {
    clearTimeout(timer)
    if (!running) return
    const nextAt = ledger.nextMessageAt()
    if (nextAt === undefined) return
    const wait = Math.min(lookAgainMaxMs, Math.max(0, nextAt - clock.now()))
    timer = setTimeout(() => void deliverDue().then(plan), wait)
  }

  return {
    start() {
      running = true
      plan()
    },
    kick: plan,
    deliverDue,
    async stop() {
      running = false
      clearTimeout(timer)
      await delivering
    },
  }
}

/** Whether the merchant took the message: any answer but 200 is a no. */
async function post(url: string, secret: string, body: Buffer<ArrayBuffer>): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: sign(secret, body) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerMaxMs),
    })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}
