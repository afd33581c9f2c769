import { createPublicKey, createSign, randomBytes } from 'node:crypto'

/**
 * A self-signed X.509 certificate, which Node can read but not make: a few lines of DER.
 *
 * @param from epoch ms; `until` likewise
 */
export function makeCertificate(parts: { privateKey: string; from: number; until: number }): {
  pem: string
  serialNo: string
} {
  const serial = Buffer.concat([Buffer.from([0x5a]), randomBytes(18), Buffer.from([0x01])])
  const name = sequence(
    tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from('Tenpay.com Root CA stand-in')))),
  )
  const sha256WithRsa = sequence(oid('2a864886f70d01010b'), tlv(0x05, Buffer.alloc(0)))
  const time = (ms: number) =>
    tlv(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
  const publicKey = createPublicKey(parts.privateKey).export({ type: 'spki', format: 'der' })
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    sha256WithRsa,
    name,
    sequence(time(parts.from), time(parts.until)),
    name,
    publicKey,
  )
  const signature = createSign('RSA-SHA256').update(toBeSigned).sign(parts.privateKey)
  const der = sequence(toBeSigned, sha256WithRsa, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    serialNo: serial.toString('hex').toUpperCase(),
  }
}

const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const sequence = (...items: Buffer[]) => tlv(0x30, Buffer.concat(items))

/** Tag, length, value. */
function tlv(tag: number, value: Buffer): Buffer {
  const short = value.length < 128
  const hex = value.length.toString(16)
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const head = short ? [tag, value.length] : [tag, 0x80 | length.length, ...length]
  return Buffer.concat([Buffer.from(head), value])
}
