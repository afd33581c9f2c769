import { createDecipheriv, createHash } from 'node:crypto'

const ivLetters = 22
const blockBytes = 16
const hashLetters = 32

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex')

/**
 * Reads an enciphered card password (specification 3.5): AES-128-CBC under the first half of the key's MD5, the
 * vector in front in Base64 without its "==", the password followed by its own MD5 and filled up with zeros.
 *
 * @returns the six digits; undefined when it is no such text, was made with another key, or holds anything else
 */
export function decipherPassword(enciphered: string, cardKey: string): string | undefined {
  const iv = bytesOf(`${enciphered.slice(0, ivLetters)}==`)
  const body = bytesOf(enciphered.slice(ivLetters))
  if (iv?.length !== blockBytes || !body || body.length === 0 || body.length % blockBytes !== 0)
    return undefined
  const decipher = createDecipheriv('aes-128-cbc', md5(cardKey).slice(0, blockBytes), iv)
  // The filling is zeros, which no standard padding would take off.
  decipher.setAutoPadding(false)
  const text = Buffer.concat([decipher.update(body), decipher.final()])
    .toString('latin1')
    .replace(/\0+$/, '')
  const password = text.slice(0, -hashLetters)
  return /^\d{6}$/.test(password) && text.slice(-hashLetters) === md5(password) ? password : undefined
}

/** Node skips letters that are not Base64; only what encodes back to itself was Base64. */
function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 ? bytes : undefined
}
