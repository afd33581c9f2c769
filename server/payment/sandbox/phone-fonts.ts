import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

export const fontStylePath = '/phone-pay/fonts/index.css'

const Params = z.object({ file: z.string() })

/** The house's Chinese font for phones that have none: small pieces, of which a browser takes what it needs. */
export function addPhoneFonts(server: FastifyInstance): void {
  const style = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css')
  const folder = join(dirname(style), 'files')
  // Only what is there at start has an address, so no name leads anywhere else.
  const files = new Set(readdirSync(folder).filter(name => name.endsWith('.woff2')))
  const css = readFileSync(style, 'utf8')
  const keep = 'public, max-age=86400'

  server.get(fontStylePath, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', keep).send(css),
  )
  server.get('/phone-pay/fonts/files/:file', (request, reply) => {
    const { file } = Params.parse(request.params)
    if (!files.has(file)) return reply.code(404).send()
    return reply
      .type('font/woff2')
      .header('cache-control', keep)
      .send(readFileSync(join(folder, file)))
  })
}
