import { type KeyObject, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { NotifyHeaders } from '../provider.ts'
import { isSignedBy } from '../rsa.ts'
import { Sealed, unseal } from './sealed.ts'

/** The keys that WeChat Pay may sign with, by serial number: its public key, and certificates that were downloaded. */
export interface PlatformKeys {
  /**
   * Who vouches for these bytes: nobody we know (`unknown serial`), nobody at all (`false`), or WeChat Pay. The
   * timestamp has to be within five minutes of ours, so that an old message can't be played again.
   *
   * @param now epoch ms
   */
  verify(headers: NotifyHeaders, body: Uint8Array, now: number): 'genuine' | 'false' | 'unknown serial'
  /**
   * Takes in an answer of `/v3/certificates`: its certificates are sealed under our API v3 key, and one of them
   * has to have signed the answer. False when that is not so, and nothing was learnt.
   */
  learn(headers: NotifyHeaders, body: Uint8Array, now: number): boolean
}

const windowMs = 300_000

const Certificates = z.object({
  data: z.array(z.object({ serial_no: z.string().max(64), encrypt_certificate: Sealed })).max(20),
})

interface PlatformKey {
  key: KeyObject
  /** Epoch ms between which a certificate holds; a public key holds until it is taken out. */
  from: number
  until: number
}

export function createPlatformKeys(parts: {
  apiV3Key: string
  publicKey: { id: string; key: KeyObject } | undefined
}): PlatformKeys {
  const { apiV3Key, publicKey } = parts
  let downloaded = new Map<string, PlatformKey>()

  const find = (serial: string): PlatformKey | undefined =>
    serial === publicKey?.id
      ? { key: publicKey.key, from: 0, until: Number.POSITIVE_INFINITY }
      : downloaded.get(serial)

  return {
    verify(headers, body, now) {
      const serial = one(headers, 'wechatpay-serial')
      const key = serial === undefined ? undefined : find(serial)
      if (serial === undefined || serial === '') return 'false'
      if (key === undefined) return 'unknown serial'
      return isGenuine(key, headers, body, now) ? 'genuine' : 'false'
    },
    learn(headers, body, now) {
      const keys = readCertificates(apiV3Key, body)
      const key = keys?.get(one(headers, 'wechatpay-serial') ?? '')
      if (keys === undefined || key === undefined || !isGenuine(key, headers, body, now)) return false
      downloaded = keys
      return true
    },
  }
}

function isGenuine(key: PlatformKey, headers: NotifyHeaders, body: Uint8Array, now: number): boolean {
  const timestamp = one(headers, 'wechatpay-timestamp')
  const nonce = one(headers, 'wechatpay-nonce')
  const signature = one(headers, 'wechatpay-signature')
  const kind = one(headers, 'wechatpay-signature-type')
  if (timestamp === undefined || nonce === undefined || signature === undefined) return false
  if (kind !== undefined && kind !== 'WECHATPAY2-SHA256-RSA2048') return false
  if (!/^\d{1,12}$/.test(timestamp) || nonce === '') return false
  if (Math.abs(now - Number(timestamp) * 1_000) > windowMs) return false
  if (now < key.from || now > key.until) return false
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])
  return isSignedBy(key.key, signed, signature)
}

function one(headers: NotifyHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

/** By serial number; undefined when one of them can't be opened, or isn't what it says to be. */
function readCertificates(apiV3Key: string, body: Uint8Array): Map<string, PlatformKey> | undefined {
  const keys = new Map<string, PlatformKey>()
  try {
    const { data } = Certificates.parse(JSON.parse(Buffer.from(body).toString('utf8')))
    for (const { serial_no, encrypt_certificate } of data) {
      const pem = unseal(apiV3Key, encrypt_certificate)
      if (pem === undefined) return undefined
      const certificate = new X509Certificate(pem)
      if (certificate.serialNumber !== serial_no.toUpperCase()) return undefined
      keys.set(serial_no, {
        key: certificate.publicKey,
        from: Date.parse(certificate.validFrom),
        until: Date.parse(certificate.validTo),
      })
    }
  } catch {
    return undefined
  }
  return keys
}
