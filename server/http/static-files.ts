import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Paths that are screens of the browser part; each of them, and anything below it, is the same page. */
const doors = ['kiosk', 'checkout', 'pickup']

/**
 * The built browser part: files with a hash in their name are kept for ever, the page itself is asked for every
 * time. Only files that exist at start have a route, so no path can lead anywhere else.
 */
export async function addStaticFiles(server: FastifyInstance, clientDir: string): Promise<void> {
  if (!existsSync(join(clientDir, 'index.html'))) {
    for (const url of doorPaths()) {
      server.get(url, (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').send('The screens are not built: npm run build\n'),
      )
    }
    return
  }
  await server.register(serveStatic, {
    root: clientDir,
    wildcard: false,
    index: false,
    dotfiles: 'ignore',
    globIgnore: ['**/*.map'],
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.startsWith(join(clientDir, 'assets'))
      reply.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const url of doorPaths()) server.get(url, (_request, reply) => reply.sendFile('index.html'))
}

function doorPaths(): string[] {
  return ['/', ...doors.flatMap(door => [`/${door}`, `/${door}/*`])]
}
