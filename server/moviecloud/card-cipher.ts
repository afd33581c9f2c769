import { createCipheriv, createDecipheriv, createHash, randomInt } from 'node:crypto'

const ivAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex')
const keyOf = (cardKey: string) => Buffer.from(md5(cardKey).slice(0, 16), 'ascii')

/** Sixteen printable characters, as every example of the specification has them. */
export function randomIv(): string {
  return Array.from({ length: 16 }, () => ivAlphabet[randomInt(ivAlphabet.length)]).join('')
}

/**
 * Encrypts a card password (specification 3.4): AES-128-CBC with zero padding over the password and its MD5;
 * the result is the iv in base64 without its final `==`, then the ciphertext in base64. The iv is random, so
 * encrypting again gives other bytes: keep the result, never encrypt a second time for a retry.
 */
export function encryptCardPassword(password: string, cardKey: string, iv: string = randomIv()): string {
  const plain = Buffer.from(password + md5(password), 'utf8')
  const padded = Buffer.alloc(Math.ceil(plain.length / 16) * 16)
  plain.copy(padded)
  const cipher = createCipheriv('aes-128-cbc', keyOf(cardKey), Buffer.from(iv, 'ascii')).setAutoPadding(false)
  const encrypted = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.from(iv, 'ascii').toString('base64').slice(0, 22) + encrypted.toString('base64')
}

/** The password behind a ciphertext (specification 3.5), or undefined when its checksum does not fit. */
export function decryptCardPassword(ciphertext: string, cardKey: string): string | undefined {
  const iv = Buffer.from(`${ciphertext.slice(0, 22)}==`, 'base64')
  const encrypted = Buffer.from(ciphertext.slice(22), 'base64')
  if (iv.length !== 16 || encrypted.length === 0 || encrypted.length % 16 !== 0) return undefined
  const decipher = createDecipheriv('aes-128-cbc', keyOf(cardKey), iv).setAutoPadding(false)
  const merged = Buffer.concat([decipher.update(encrypted), decipher.final()])
    .toString('utf8')
    .replace(/\0+$/, '')
  const password = merged.slice(0, -32)
  return md5(password) === merged.slice(-32) ? password : undefined
}
