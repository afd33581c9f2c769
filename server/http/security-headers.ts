import type { FastifyInstance } from 'fastify'

/**
 * What a page of ours may load and do: its own files and nothing else. WebAssembly is the ticket scanner; `data:`
 * and `blob:` pictures are drawn by our own code (QR, camera frames).
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Puts the headers on every answer that bind a browser to our own files; a route may set a policy of its own. */
export function addSecurityHeaders(server: FastifyInstance, options: { overTls: boolean }): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
      ...(options.overTls && { 'strict-transport-security': 'max-age=31536000' }),
    })
  })
}
