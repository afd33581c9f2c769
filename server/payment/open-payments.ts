import { hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { PaymentEnv } from '../config/payment-env.ts'
import type { Clock } from '../kernel/clock.ts'
import { createAlipayProvider } from './alipay/provider.ts'
import { createHttp } from './exchange.ts'
import type { PaymentProvider } from './provider.ts'
import { openSandboxPayments } from './sandbox/sandbox-payments.ts'
import { createWechatProvider } from './wechat/provider.ts'

/** The way guests pay by QR here, with what belongs to it. */
export interface Payments {
  provider: PaymentProvider
  /** Pages of its own, to be served beside ours: only the sandbox has some. */
  plugins: FastifyPluginAsync[]
  /** Called once our server listens. */
  start(): void
  stop(): Promise<void>
}

/**
 * Opens the configured provider.
 *
 * @param parts.publicUrl where guests and providers reach us, without a slash at the end
 * @param parts.localUrl where this very process is reached; asked only once it listens
 */
export function openPayments(
  env: { payments: PaymentEnv; dataDir: string },
  parts: { publicUrl: () => string; localUrl: () => string; dataKey: Uint8Array; clock: Clock },
): Payments {
  const { publicUrl, localUrl, dataKey, clock } = parts
  const { payments } = env
  if (payments.kind === 'sandbox') {
    const sandbox = openSandboxPayments({
      file: join(env.dataDir, 'sandbox-payments.sqlite'),
      publicUrl,
      notifyUrl: () => `${localUrl()}/api/payments/notify/sandbox`,
      secret: Buffer.from(hkdfSync('sha256', dataKey, '', 'foyer sandbox payments', 32)).toString(
        'base64url',
      ),
      clock,
      random: randomBytes,
    })
    return { ...sandbox, plugins: [sandbox.phonePages] }
  }
  const http = createHttp()
  const notifyUrl = () => `${publicUrl()}/api/payments/notify/${payments.kind}`
  const rest = { plugins: [], start: () => undefined, stop: () => http.close() }
  return payments.kind === 'alipay'
    ? { ...rest, provider: createAlipayProvider({ account: payments, http, clock, notifyUrl }) }
    : {
        ...rest,
        provider: createWechatProvider({ account: payments, http, clock, notifyUrl, random: randomBytes }),
      }
}
