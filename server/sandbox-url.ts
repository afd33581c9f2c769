import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'sandbox', 'url')

/** Where the embedded cloud of this folder listens, for commands that are run beside the server. */
export function tellSandboxUrl(dataDir: string, url: string): void {
  writeFileSync(fileIn(dataDir), `${url}\n`)
}

/** Where the embedded cloud of this folder listened last; undefined when it never did. */
export function readSandboxUrl(dataDir: string): string | undefined {
  try {
    return readFileSync(fileIn(dataDir), 'utf8').trim()
  } catch {
    return undefined
  }
}
