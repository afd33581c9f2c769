import { type KeyObject, sign, verify } from 'node:crypto'

/** Base64 of an RSA PKCS#1 v1.5 signature with SHA-256: what Alipay calls RSA2, and what WeChat Pay uses. */
export function signSha256(key: KeyObject, text: string): string {
  return sign('sha256', Buffer.from(text, 'utf8'), key).toString('base64')
}

/**
 * Whether `signature` is `key`'s over exactly these bytes. The algorithm is ours to choose, never the message's;
 * a key that is no RSA key and a signature that is not clean base64 verify nothing.
 */
export function isSignedBy(key: KeyObject, bytes: Uint8Array, signature: string): boolean {
  if (key.asymmetricKeyType !== 'rsa' || !/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return false
  return verify('sha256', bytes, key, Buffer.from(signature, 'base64'))
}
