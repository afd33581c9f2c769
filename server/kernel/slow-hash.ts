import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto'

/**
 * Hashes of short secrets that a person types, slow on purpose: `scrypt:<log2 N>:<r>:<p>:<salt>:<key>`, the last
 * two in base64url. No `$` in it, which shells and compose files would take for a variable.
 */
const cost = { logN: 15, r: 8, p: 1 }
const saltBytes = 16
const keyBytes = 32
const form = /^scrypt:(1[4-8]):(8):([1-4]):([A-Za-z0-9_-]{22,86}):([A-Za-z0-9_-]{43})$/

export function isSlowHash(text: string): boolean {
  return form.test(text)
}

export async function hashSlowly(secret: string, salt: Uint8Array = randomBytes(saltBytes)): Promise<string> {
  const key = await new Promise<Buffer>((resolve, reject) =>
    scrypt(secret, salt, keyBytes, options(cost), (error, made) => (error ? reject(error) : resolve(made))),
  )
  const { logN, r, p } = cost
  return ['scrypt', logN, r, p, Buffer.from(salt).toString('base64url'), key.toString('base64url')].join(':')
}

/** Whether `secret` is the hash's; the comparison takes the same time wherever they differ. About 60 ms. */
export async function matchesSlowly(secret: string, hash: string): Promise<boolean> {
  const { salt, key, ...costs } = read(hash)
  const made = await new Promise<Buffer>((resolve, reject) =>
    scrypt(secret, salt, key.length, options(costs), (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    ),
  )
  return timingSafeEqual(made, key)
}

/** The same for a start, where nobody waits beside it. */
export function matchesAtStart(secret: string, hash: string): boolean {
  const { salt, key, ...costs } = read(hash)
  return timingSafeEqual(scryptSync(secret, salt, key.length, options(costs)), key)
}

function read(hash: string) {
  const [, logN, r, p, salt = '', key = ''] = form.exec(hash) ?? []
  if (logN === undefined) throw new Error('This is no hash of ours.')
  return {
    logN: Number(logN),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}

const options = ({ logN, r, p }: { logN: number; r: number; p: number }) => ({
  N: 2 ** logN,
  r,
  p,
  // What it needs, and a little: Node refuses more than it is told.
  maxmem: 128 * 2 ** logN * r + 1024 * 1024,
})
