import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HttpRefusal } from './protocol/refusal.ts'

/** The control page and the files that it is made of. */
export const pagePath = '/sandbox'

/** What the page is made of. A file of another kind is not served. */
const types: Partial<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
/** Its own files and the control interface, and nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** Names made of ordinary characters, none of which begins with a dot: no way leads out of the folder. */
const fileName = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/

/**
 * Answers `/sandbox` with the control page, and what is below it with the page's files. They are read anew for every
 * request, so that a page built while the sandbox runs is there at once.
 *
 * @param dir where the page was built; found by itself when absent
 * @throws HttpRefusal 404 for what the page has not, 405 for anything but reading, 503 when it is not built
 */
export async function page(request: IncomingMessage, response: ServerResponse, dir?: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpRefusal(405, 'the control page can only be read')
  const folder = dir ?? builtPage()
  if (folder === undefined || !existsSync(join(folder, 'index.html')))
    throw new HttpRefusal(503, 'The control page is not built: npm run build')
  const path = (request.url ?? '').split('?')[0] ?? ''
  const name = path.slice(pagePath.length).replace(/^\//, '') || 'index.html'
  const type = types[extname(name)]
  if (type === undefined || !fileName.test(name))
    throw new HttpRefusal(404, 'the control page has no such file')
  const body = await readFile(join(folder, name)).catch(() => undefined)
  if (body === undefined) throw new HttpRefusal(404, 'the control page has no such file')
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag,
    // A name below assets/ holds a hash of the content and never means anything else.
    'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  }
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** True for the page itself and for whatever is below it. */
export const isPage = (path: string): boolean => path === pagePath || path.startsWith(`${pagePath}/`)

/** Below the sources' root, or beside the built server's own folder. */
function builtPage(): string | undefined {
  return ['../../dist/sandbox', '../../sandbox']
    .map(path => fileURLToPath(new URL(path, import.meta.url)))
    .find(dir => existsSync(join(dir, 'index.html')))
}
