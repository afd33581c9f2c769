import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPage, page } from './page.ts'
import { sendHttpRefusal } from './protocol/answer.ts'
import { HttpRefusal } from './protocol/refusal.ts'

const root = mkdtempSync(join(tmpdir(), 'sandbox-page-'))
const built = join(root, 'built')
let folder = built
let server: Server
let port = 0

beforeAll(async () => {
  mkdirSync(join(built, 'assets'), { recursive: true })
  writeFileSync(join(built, 'index.html'), '<!doctype html>')
  writeFileSync(join(built, 'assets/page-1a2b.js'), 'run()')
  writeFileSync(join(built, '.hidden.js'), 'secret')
  writeFileSync(join(built, 'notes.txt'), 'not a part of it')
  writeFileSync(join(root, 'outside.js'), 'secret')
  server = createServer((incoming, response) => {
    page(incoming, response, folder).catch((error: unknown) => {
      sendHttpRefusal(response, error instanceof HttpRefusal ? error : new HttpRefusal(500, String(error)))
    })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  port = address !== null && typeof address === 'object' ? address.port : 0
})
afterAll(async () => {
  await new Promise(closed => server.close(closed))
  rmSync(root, { recursive: true, force: true })
})

/** Sends the path as it is: `fetch` would tidy it. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
        .on('error', reject)
        .end()
    },
  )
}

test.each([['/sandbox'], ['/sandbox/'], ['/sandbox?tab=faults'], ['/sandbox/index.html']])(
  '%s is the page, bound to its own files',
  async path => {
    const { status, headers, body } = await ask(path)
    expect([status, body]).toEqual([200, '<!doctype html>'])
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self';",
    )
    expect(headers['content-security-policy']).not.toContain('unsafe')
  },
)

test('a file with a hash in its name is kept for ever, and sent once', async () => {
  const first = await ask('/sandbox/assets/page-1a2b.js')
  expect(first).toMatchObject({
    status: 200,
    body: 'run()',
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    },
  })
  const etag = String(first.headers['etag'])
  const again = await ask('/sandbox/assets/page-1a2b.js', 'GET', { 'if-none-match': etag })
  expect([again.status, again.body]).toEqual([304, ''])
  expect((await ask('/sandbox', 'GET', { 'if-none-match': etag })).status).toBe(200)
  expect(await ask('/sandbox', 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test.each([
  ['/sandbox/../outside.js'],
  ['/sandbox/assets/../../outside.js'],
  ['/sandbox/%2e%2e/outside.js'],
  ['/sandbox/..%2foutside.js'],
  ['/sandbox//outside.js'],
  ['/sandbox/.hidden.js'],
  ['/sandbox/notes.txt'],
  ['/sandbox/assets'],
  ['/sandbox/assets/gone.js'],
])('%s is nothing of the page', async path => {
  expect((await ask(path)).status).toBe(404)
})

test('the page can only be read', async () => {
  expect((await ask('/sandbox', 'POST')).status).toBe(405)
})

test('what to do is said while the page is not built, and a page built later is there at once', async () => {
  folder = join(root, 'later')
  expect(await ask('/sandbox')).toMatchObject({ status: 503, body: expect.stringContaining('npm run build') })
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), 'built')
  expect(await ask('/sandbox')).toMatchObject({ status: 200, body: 'built' })
  folder = built
})

test.each([
  ['/sandbox', true],
  ['/sandbox/assets/a.js', true],
  ['/sandboxes', false],
  ['/route', false],
])('%s is the page’s: %s', (path, its) => {
  expect(isPage(path)).toBe(its)
})
