import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { PrivateKeyText, PublicKeyText } from './rsa-key.ts'

/** How guests pay by QR. */
export type PaymentEnv =
  | { kind: 'sandbox' }
  | {
      kind: 'alipay'
      gateway: string
      appId: string
      sellerId: string
      privateKey: KeyObject
      /** Alipay's, the newest first. */
      publicKeys: readonly KeyObject[]
    }
  | {
      kind: 'wechat'
      gateway: string
      mchId: string
      appId: string
      serialNo: string
      privateKey: KeyObject
      apiV3Key: string
      /** Absent: platform certificates are downloaded. */
      publicKey?: { id: string; key: KeyObject }
    }

const address = (rule: string) =>
  z.url({ protocol: /^https?$/, error: rule }).transform(url => url.replace(/\/+$/, ''))

/** The settings of payments, to be read among the others. */
export const paymentShape = {
  PAYMENT_PROVIDER: z.enum(['sandbox', 'alipay', 'wechat'], 'must be sandbox, alipay or wechat').optional(),
  ALIPAY_APP_ID: z
    .string()
    .regex(/^\d{16}$/, 'must be the 16 digits of the application')
    .optional(),
  ALIPAY_SELLER_ID: z
    .string()
    .regex(/^2088\d{12}$/, 'must be the 16 digits of the account that is paid, beginning with 2088')
    .optional(),
  ALIPAY_PRIVATE_KEY: PrivateKeyText.optional(),
  ALIPAY_PUBLIC_KEY: PublicKeyText.optional(),
  ALIPAY_PUBLIC_KEY_PREVIOUS: PublicKeyText.optional(),
  ALIPAY_GATEWAY: address('must be the http(s) address of Alipay’s gateway').default(
    'https://openapi.alipay.com/gateway.do',
  ),
  WECHAT_MCH_ID: z
    .string()
    .regex(/^\d{8,10}$/, 'must be the digits of the merchant number')
    .optional(),
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx[0-9a-zA-Z]{16}$/, 'must be wx and 16 characters')
    .optional(),
  WECHAT_SERIAL_NO: z
    .string()
    .regex(/^[0-9A-Fa-f]{40}$/, 'must be the 40 hexadecimal digits of the API certificate’s serial number')
    .transform(serial => serial.toUpperCase())
    .optional(),
  WECHAT_PRIVATE_KEY: PrivateKeyText.optional(),
  WECHAT_API_V3_KEY: z
    .string()
    .regex(/^[!-~]{32}$/, 'must be the 32 characters of the API v3 key')
    .optional(),
  WECHAT_PUBLIC_KEY_ID: z
    .string()
    .regex(/^PUB_KEY_ID_\d{8,48}$/, 'must be PUB_KEY_ID_ and digits')
    .optional(),
  WECHAT_PUBLIC_KEY: PublicKeyText.optional(),
  WECHAT_GATEWAY: address('must be the http(s) address of WeChat Pay').default(
    'https://api.mch.weixin.qq.com',
  ),
}

const Settings = z.object({
  ...paymentShape,
  NODE_ENV: z.enum(['production', 'development', 'test']),
  PUBLIC_URL: z.string().optional(),
})
type Settings = z.infer<typeof Settings>

/** Those that may come from a file. */
export const paymentSecretNames = [
  'ALIPAY_PRIVATE_KEY',
  'ALIPAY_PUBLIC_KEY',
  'ALIPAY_PUBLIC_KEY_PREVIOUS',
  'WECHAT_PRIVATE_KEY',
  'WECHAT_API_V3_KEY',
  'WECHAT_PUBLIC_KEY',
] as const

const required = {
  sandbox: [],
  alipay: ['ALIPAY_APP_ID', 'ALIPAY_SELLER_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY', 'PUBLIC_URL'],
  wechat: [
    'WECHAT_MCH_ID',
    'WECHAT_APP_ID',
    'WECHAT_SERIAL_NO',
    'WECHAT_PRIVATE_KEY',
    'WECHAT_API_V3_KEY',
    'PUBLIC_URL',
  ],
} as const

/** What the chosen provider lacks, a sentence each. */
export function incompletePayments(given: Readonly<Record<string, string>>): string[] {
  const provider = given['PAYMENT_PROVIDER']
  const names = provider === 'alipay' || provider === 'wechat' ? required[provider] : []
  const missing = names
    .filter(name => given[name] === undefined)
    .map(name => `${name} is missing; PAYMENT_PROVIDER=${provider} needs ${names.join(', ')}.`)
  const pair = ['WECHAT_PUBLIC_KEY_ID', 'WECHAT_PUBLIC_KEY'].filter(name => given[name] === undefined)
  const [lone] = pair
  return pair.length === 1
    ? [...missing, `${lone} is missing; a public key and its id come together.`]
    : missing
}

/** The provider and all it needs; call it when `incompletePayments` had nothing to say. */
export function paymentsOf(settings: Settings): PaymentEnv {
  const s = settings
  if (
    s.PAYMENT_PROVIDER === 'alipay' &&
    s.ALIPAY_APP_ID !== undefined &&
    s.ALIPAY_SELLER_ID !== undefined &&
    s.ALIPAY_PRIVATE_KEY !== undefined &&
    s.ALIPAY_PUBLIC_KEY !== undefined
  ) {
    return {
      kind: 'alipay',
      gateway: s.ALIPAY_GATEWAY,
      appId: s.ALIPAY_APP_ID,
      sellerId: s.ALIPAY_SELLER_ID,
      privateKey: s.ALIPAY_PRIVATE_KEY,
      publicKeys: [s.ALIPAY_PUBLIC_KEY, s.ALIPAY_PUBLIC_KEY_PREVIOUS].filter(key => key !== undefined),
    }
  }
  if (
    s.PAYMENT_PROVIDER === 'wechat' &&
    s.WECHAT_MCH_ID !== undefined &&
    s.WECHAT_APP_ID !== undefined &&
    s.WECHAT_SERIAL_NO !== undefined &&
    s.WECHAT_PRIVATE_KEY !== undefined &&
    s.WECHAT_API_V3_KEY !== undefined
  ) {
    const { WECHAT_PUBLIC_KEY_ID: id, WECHAT_PUBLIC_KEY: key } = s
    return {
      kind: 'wechat',
      gateway: s.WECHAT_GATEWAY,
      mchId: s.WECHAT_MCH_ID,
      appId: s.WECHAT_APP_ID,
      serialNo: s.WECHAT_SERIAL_NO,
      privateKey: s.WECHAT_PRIVATE_KEY,
      apiV3Key: s.WECHAT_API_V3_KEY,
      ...(id !== undefined && key !== undefined && { publicKey: { id, key } }),
    }
  }
  return { kind: 'sandbox' }
}

/** What is wrong with settings that are complete, and what should be known about them. */
export function paymentProblems(
  payments: PaymentEnv,
  settings: Settings,
  cloud: 'embedded-sandbox' | 'remote',
): { refused: string[]; warnings: string[] } {
  const { NODE_ENV, PUBLIC_URL = '', PAYMENT_PROVIDER } = settings
  const production = NODE_ENV === 'production'
  if (payments.kind === 'sandbox') {
    if (cloud === 'embedded-sandbox') return { refused: [], warnings: [] }
    // Real tickets for play money: nobody gets there by forgetting a setting.
    return production && PAYMENT_PROVIDER === undefined
      ? { refused: [noProvider], warnings: [] }
      : { refused: [], warnings: [givenAway] }
  }
  const refused: string[] = []
  const name = payments.kind.toUpperCase()
  const theirs = payments.kind === 'alipay' ? payments.publicKeys : [payments.publicKey?.key]
  if (theirs.some(key => key?.equals(createPublicKey(payments.privateKey))))
    refused.push(`${name}_PUBLIC_KEY is the half of our own key; the provider’s public key is another one.`)
  if (production && !PUBLIC_URL.startsWith('https:'))
    refused.push('PUBLIC_URL must begin with https: for the provider to send its messages there.')
  if (production && !payments.gateway.startsWith('https:'))
    refused.push(`${name}_GATEWAY must begin with https:.`)
  if (production && cloud === 'embedded-sandbox')
    refused.push(
      'PAYMENT_PROVIDER takes real money, but no Movie Cloud is configured that gives real tickets.',
    )
  const warnings = production ? [] : realMoney(cloud)
  return { refused, warnings }
}

const noProvider =
  'PAYMENT_PROVIDER is missing; name alipay or wechat, or sandbox, which takes no real money and so is never assumed.'
const givenAway = 'Payments are the sandbox’s: tickets of the configured Movie Cloud are given away.'
const realMoney = (cloud: 'embedded-sandbox' | 'remote') =>
  cloud === 'remote'
    ? []
    : ['PAYMENT_PROVIDER may take real money for the sandbox’s tickets, which open no door.']
