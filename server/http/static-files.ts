import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createPackedBody, sendPacked } from './packed-body.ts'

/** Paths that are screens of the browser part; each of them, and anything below it, is the same page. */
const doors = ['kiosk', 'checkout', 'pickup']
/** What the browser part is made of. A file of another kind is not served. */
const types: Partial<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
/** Packed already by their own format. */
const packedKinds = new Set(['.png', '.woff2'])
/** Files are packed once for all guests, so it may take its time. */
const brotliQuality = 9

/**
 * The built browser part. Only files that exist at start have a route, each under its exact name, so no path can
 * lead anywhere else. Files with a hash in their name are kept by browsers for ever, the others asked for anew.
 */
export function addStaticFiles(server: FastifyInstance, clientDir: string): void {
  const files = filesIn(clientDir)
  if (!files.includes('index.html')) {
    for (const url of doorPaths) {
      server.get(url, (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').send('The screens are not built: npm run build\n'),
      )
    }
    return
  }
  for (const file of files) {
    const serve = fileServer(clientDir, file)
    if (file === 'index.html') for (const url of doorPaths) server.get(url, serve)
    else server.get(`/${file}`, serve)
  }
}

const doorPaths = ['/', ...doors.flatMap(door => [`/${door}`, `/${door}/*`])]

/** Names relative to `dir`, with slashes; hidden files and unknown kinds are not among them. */
function filesIn(dir: string): string[] {
  let entries: ReturnType<typeof list>
  try {
    entries = list(dir)
  } catch {
    return []
  }
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(file => types[extname(file)] !== undefined && !/(^|\/)\./.test(file))
}

const list = (dir: string) => readdirSync(dir, { recursive: true, withFileTypes: true })

/** Answers one file as it was at start: a build that runs meanwhile cannot tear page and scripts apart. */
function fileServer(dir: string, file: string) {
  const kind = extname(file)
  const cacheControl = file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const body = createPackedBody(
    readFileSync(join(dir, file)),
    packedKinds.has(kind) ? 'as-it-is' : brotliQuality,
  )

  return (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', cacheControl).type(types[kind] ?? '')
    return sendPacked(request, reply, body)
  }
}
