import { createCipheriv, createHash } from 'node:crypto'
import { sandboxChannel } from './sandbox.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Enciphers with the tests' own few lines (specification 3.4), so that sandbox and tests cannot be wrong together. */
export function encipher(
  password: string,
  cardKey: string = sandboxChannel.cardKey,
  iv = 'YKSE1234YKSE1234',
): string {
  const plain = Buffer.from(password + md5(password))
  const filled = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)])
  const cipher = createCipheriv('aes-128-cbc', md5(cardKey).slice(0, 16), iv).setAutoPadding(false)
  const body = Buffer.concat([cipher.update(filled), cipher.final()])
  return Buffer.from(iv).toString('base64').slice(0, 22) + body.toString('base64')
}

let count = 0
/** A number of the partner's own that was never used; 24 characters. */
export const tradeNo = (): string => `T${String(++count).padStart(23, '0')}`
