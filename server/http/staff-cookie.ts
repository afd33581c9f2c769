import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * The cookie that bears a staff session. A cookie and not a bearer token: the box office is a page of our own origin,
 * no script ever sees it (HttpOnly), and no other site can make a browser send it (SameSite=Strict, beside the origin
 * and header that every act has to bring). Over TLS its name binds it to this very host.
 */
export interface StaffCookie {
  read(request: FastifyRequest): string | undefined
  /** Ends with the browser at the latest; how long it counts is the server's affair. */
  set(reply: FastifyReply, token: string): void
  clear(reply: FastifyReply): void
}

export function createStaffCookie(options: { overTls: boolean }): StaffCookie {
  const name = options.overTls ? '__Host-foyer-staff' : 'foyer-staff'
  const attributes = `Path=/; HttpOnly; SameSite=Strict${options.overTls ? '; Secure' : ''}`
  return {
    read(request) {
      const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
      const values = pairs.filter(([key]) => key === name).map(([, value = '']) => value)
      // Two of one name: somebody else has set one of them, and nobody can say which.
      return values.length === 1 && /^[A-Za-z0-9_-]{43}$/.test(values[0] ?? '') ? values[0] : undefined
    },
    set: (reply, token) => void reply.header('set-cookie', `${name}=${token}; ${attributes}`),
    clear: reply => void reply.header('set-cookie', `${name}=; Max-Age=0; ${attributes}`),
  }
}
