import { createHash } from 'node:crypto'

/**
 * The signature of specification 2: name and value of every parameter that is sent (but `sign`), in alphabetical
 * order of the names, then the secret; MD5, lower-case hex, UTF-8. The prose speaks of values alone; the
 * worked example joins name and value, and that is what the cloud verifies.
 */
export function sign(parameters: Readonly<Record<string, string>>, secret: string): string {
  const joined = Object.keys(parameters)
    .filter(name => name !== 'sign')
    .sort()
    .map(name => name + (parameters[name] ?? ''))
    .join('')
  return createHash('md5')
    .update(joined + secret, 'utf8')
    .digest('hex')
}
