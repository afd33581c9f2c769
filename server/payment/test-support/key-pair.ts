import { generateKeyPairSync } from 'node:crypto'

interface KeyPair {
  publicKey: string
  privateKey: string
}

/** Pairs of stand-ins that are closed: a new pair costs most of a second. */
const free: KeyPair[] = []

/** An RSA key pair as PEM, made in this process, that no other open stand-in has. */
export function keyPair(): KeyPair {
  return (
    free.pop() ??
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
  )
}

/** Gives pairs back that are no longer in use. */
export function reuse(...pairs: readonly KeyPair[]): void {
  free.push(...pairs)
}
