import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sandboxChannel } from '../server/sandbox/sandbox.ts'
import { type Count, oneFailed, onePassed } from './steps.ts'

/** What must never reach a browser: secrets, the signature and cipher, any address of the cloud. */
const forbidden = [
  sandboxChannel.secret,
  sandboxChannel.cardKey,
  'md5',
  'aes-128',
  'createHash',
  'ykse',
  'yuekeyun',
  'vicp.cc',
  'channelCode',
  'MOVIECLOUD',
]
/** Proof that the search sees the bundle: this is in it. */
const present = '/api/holds'

/** Searches everything that a browser can load, in any letter case, and names what it finds. */
export function checkBundle(folder = 'dist/client'): Count {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(js|css|html|svg|json|txt|map|webmanifest)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  const texts = files.map(file => [file, readFileSync(file, 'utf8').toLowerCase()] as const)
  if (!texts.some(([, text]) => text.includes(present))) {
    process.stdout.write(`${folder} does not hold what it should (${present}): is it built?\n`)
    return oneFailed
  }
  const found = texts.flatMap(([file, text]) =>
    forbidden.filter(word => text.includes(word.toLowerCase())).map(word => `${file}: ${word}`),
  )
  for (const line of found) process.stdout.write(`${line}\n`)
  return found.length === 0 ? onePassed : oneFailed
}
