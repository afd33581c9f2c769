import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

const shortestBits = 2048

/**
 * An RSA private key as text: PEM (line breaks may be written `\n`), or the bare base64 that Alipay's key tool shows.
 * What comes out is a key object, which no log can spell out.
 */
export const PrivateKeyText = keyText(
  'must be an RSA private key of at least 2048 bits (PEM or base64)',
  text =>
    isPem(text)
      ? [() => createPrivateKey(pem(text))]
      : [
          () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }),
          () => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs1' }),
        ],
)

/** An RSA public key in the same forms; a private key in its place is refused, so that it isn't handed around. */
export const PublicKeyText = keyText(
  'must be an RSA public key of at least 2048 bits (PEM or base64)',
  text =>
    text.includes('PRIVATE KEY')
      ? []
      : isPem(text)
        ? [() => createPublicKey(pem(text))]
        : [() => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })],
)

function keyText(rule: string, readings: (text: string) => (() => KeyObject)[]) {
  return z.string().transform((text, context) => {
    for (const read of readings(text)) {
      const key = readable(read)
      const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0
      if (key?.asymmetricKeyType === 'rsa' && bits >= shortestBits) return key
    }
    context.addIssue(rule)
    return z.NEVER
  })
}

function readable(read: () => KeyObject): KeyObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const isPem = (text: string) => text.startsWith('-----BEGIN')
const pem = (text: string) => text.replaceAll('\\n', '\n')
