import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Personal fields at rest: sealed with AES-256-GCM, found again by a keyed hash, never readable in the database. */
export interface FieldCipher {
  /**
   * `v1.` and nonce, ciphertext and tag in base64url. `place` (column and row) is bound in, so that a sealed
   * value moved to another row does not open.
   */
  seal(plain: string, place: string): string
  /** @throws Error when the value was changed, moved, or sealed with another key */
  open(sealed: string, place: string): string
  /** The same for the same input and key, useless without the key: for look-ups and chains. Hex. */
  digest(purpose: string, plain: string): string
  /** Whether two digests are the same, in constant time. */
  same(a: string, b: string): boolean
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const version = 'v1.'

/** @param key 32 bytes from the configuration; sealing and hashing each use a key of their own derived from it */
export function createFieldCipher(key: Uint8Array): FieldCipher {
  if (key.length !== 32) throw new Error('The data key must be 32 bytes.')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `foyer ${purpose}`, 32))
  const sealingKey = derive('seal')
  const digestKey = derive('digest')

  return {
    seal(plain, place) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, sealingKey, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return version + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
    },
    open(sealed, place) {
      if (!sealed.startsWith(version)) throw new Error(`A sealed value of an unknown version (${place}).`)
      const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
      if (bytes.length < nonceBytes + tagBytes) throw new Error(`A sealed value is cut short (${place}).`)
      const decipher = createDecipheriv(algorithm, sealingKey, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      const body = bytes.subarray(nonceBytes, -tagBytes)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
    digest(purpose, plain) {
      return createHmac('sha256', digestKey).update(`${purpose}\0${plain}`).digest('hex')
    },
    same(a, b) {
      const left = Buffer.from(a)
      const right = Buffer.from(b)
      return left.length === right.length && timingSafeEqual(left, right)
    },
  }
}
