import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { EndpointName } from '#contract/endpoints.ts'
import { Problem } from '#contract/problem.ts'
import type { Clock } from '../kernel/clock.ts'
import { createLimiter, type Limiter } from '../kernel/limiter.ts'

/**
 * How fast one client may go. Several kiosks share an address, and each asks for seats and its order about once
 * a second; holds are the costly act, because each of them takes seats from others.
 */
export function createLimits(clock: Clock): (name: EndpointName, request: FastifyRequest) => void {
  const perClient = createLimiter({ clock, burst: 600, perMinute: 3_000, maxKeys: 20_000 })
  const holds = createLimiter({ clock, burst: 60, perMinute: 20, maxKeys: 20_000 })
  const orderReads = createLimiter({ clock, burst: 60, perMinute: 300, maxKeys: 20_000 })
  const orderActs = createLimiter({ clock, burst: 20, perMinute: 20, maxKeys: 20_000 })
  const own: Partial<Record<EndpointName, [Limiter, 'client' | 'order']>> = {
    createHold: [holds, 'client'],
    getOrder: [orderReads, 'order'],
    createPayment: [orderActs, 'order'],
    cancelOrder: [orderActs, 'order'],
  }

  return (name, request) => {
    const client = clientOf(request)
    take(perClient, client)
    const limit = own[name]
    // The parsed parameter, because one order can be spelt in many ways in an address.
    if (limit !== undefined) take(limit[0], limit[1] === 'client' ? client : JSON.stringify(request.params))
  }
}

/** Whom an address belongs to: an IPv4 address is one client, and so is a whole /64 of IPv6. */
export function clientOf(request: FastifyRequest): string {
  const { ip } = request
  if (!isIPv6(ip) || ip.includes('.')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = ip.includes('::') ? Array<string>(8 - before.length - after.length).fill('0') : []
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

function take(limiter: Limiter, key: string): void {
  const waitMs = limiter.take(key)
  if (waitMs > 0) throw new Problem('too-many-attempts', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}
