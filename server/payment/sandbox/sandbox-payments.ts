import type { FastifyPluginAsync } from 'fastify'
import type { Clock } from '../../kernel/clock.ts'
import type { PaymentProvider } from '../provider.ts'
import { createCounter } from './counter.ts'
import { openLedger } from './ledger.ts'
import { createNotifier } from './notifier.ts'
import { phonePages } from './phone-pages.ts'
import { createSandboxProvider } from './provider.ts'

/** A payment provider in a box: another party with books of its own, so that no real money moves. */
export interface SandboxPayments {
  /** What the order engine is given. */
  provider: PaymentProvider
  /** The pages behind the QR, to be registered with the server that `publicUrl` names. */
  phonePages: FastifyPluginAsync
  /** Begins to deliver messages, those of the process before included. */
  start(): void
  /** Delivers what is due now; for whoever owns the clock. */
  deliverDue(): Promise<void>
  stop(): Promise<void>
}

/**
 * @param parts.file the provider's own SQLite file
 * @param parts.publicUrl where guests' phones reach `phonePages`, without a slash at the end
 * @param parts.notifyUrl where the merchant takes messages (`…/api/payments/notify/sandbox`)
 * @param parts.secret shared by provider and merchant; signs the messages
 */
export function openSandboxPayments(parts: {
  file: string
  publicUrl: () => string
  notifyUrl: () => string
  secret: string
  clock: Clock
  random: (size: number) => Uint8Array
}): SandboxPayments {
  const { clock, secret, publicUrl, notifyUrl } = parts
  const ledger = openLedger(parts.file)
  const mint = () => Buffer.from(parts.random(16)).toString('base64url')
  const notifier = createNotifier({ ledger, clock, secret, notifyUrl })
  const counter = createCounter({ ledger, clock, mint, onMessage: notifier.kick })
  const addressOf = (token: string) => `${publicUrl()}/phone-pay/${token}`

  return {
    provider: createSandboxProvider({ ledger, clock, secret, mint, addressOf }),
    phonePages: phonePages(counter),
    start: notifier.start,
    deliverDue: notifier.deliverDue,
    async stop() {
      await notifier.stop()
      ledger.close()
    },
  }
}
