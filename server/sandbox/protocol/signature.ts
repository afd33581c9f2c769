import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * The signature of specification 2: every parameter but `sign`, names in alphabetical order, each as name and
 * value, then the secret; MD5 of the UTF-8 bytes as 32 lower-case hex digits. (The prose of 2.1 speaks of values
 * alone; the worked example of 2.2 joins name and value, and only that way comes to its published result.)
 */
export function signatureOf(parameters: ReadonlyMap<string, string>, secret: string): string {
  return createHash('md5').update(signedText(parameters, secret), 'utf8').digest('hex')
}

/** The text whose MD5 is the signature. */
export function signedText(parameters: ReadonlyMap<string, string>, secret: string): string {
  const named = [...parameters]
    .filter(([name]) => name !== 'sign')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => name + value)
  return named.join('') + secret
}

export function isSigned(parameters: ReadonlyMap<string, string>, secret: string): boolean {
  const expected = Buffer.from(signatureOf(parameters, secret))
  const given = Buffer.from(parameters.get('sign') ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
