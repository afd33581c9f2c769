import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endpoints } from '#contract/endpoints.ts'
import { Problem } from '#contract/problem.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { StaffAccess } from '../../staff/staff-access.ts'
import type { Handlers } from '../handlers.ts'
import { createHttpServer } from '../http-server.ts'

/** A real server on a free port whose endpoints answer `not-found` but for those that the test brings. */
export async function startHttp(
  handlers: Partial<Handlers>,
  options: { clock?: Clock; identifyStaff?: StaffAccess['identify'] } = {},
) {
  const server = await createHttpServer({
    env: { logLevel: 'silent', trustProxy: false, publicUrl: 'https://foyer.example' },
    publicUrl: () => 'https://foyer.example',
    clock: options.clock ?? { now: () => Date.now() },
    clientDir: sampleClient(),
    handlers: { ...absentHandlers(), ...handlers },
    identifyStaff: options.identifyStaff ?? (async () => undefined),
    ready: () => true,
    plugins: [],
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  return { url, close: () => server.close() }
}

/** Every endpoint of the contract, each with the same answer. */
function absentHandlers(): Handlers {
  const absent = () => Promise.reject(new Problem('not-found'))
  const all: Partial<Handlers> = Object.fromEntries(Object.keys(endpoints).map(name => [name, absent]))
  return all as Handlers
}

/** Headers that our own browser part sends with every act. */
export const ownHeaders = { 'content-type': 'application/json', 'x-foyer': '1' }

export const holdPath = endpoints.createHold.path

/** A request byte for byte as given: `fetch` would tidy up the path and refuse some methods and headers. */
export function rawRequest(
  url: string,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const { method = 'GET', path, headers = {} } = options
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, incoming => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(options.body)
  })
}

function sampleClient(): string {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-client-'))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Foyer</title>')
  writeFileSync(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(dir, '.env'), 'SECRET=1')
  writeFileSync(
    join(dir, 'assets', 'main-abc123.js'),
    `export const words = ${JSON.stringify('a'.repeat(5_000))}`,
  )
  writeFileSync(join(dir, 'assets', 'words-abc123.woff2'), 'a'.repeat(5_000))
  writeFileSync(join(dir, 'assets', 'main-abc123.js.map'), '{}')
  return dir
}
