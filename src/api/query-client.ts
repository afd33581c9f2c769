import { QueryClient } from '@tanstack/react-query'
import type { ErrorCode } from '#contract/errors.ts'
import { Problem } from '#contract/problem.ts'

/** Errors that the next try may well not meet; all others are answers. */
const passing: ReadonlySet<ErrorCode> = new Set(['cinema-unavailable', 'internal'])

/** Any thrown value as the one error that screens know. */
export function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('internal', { cause: error })
}

/** True when nobody knows whether the server did what was asked. */
export function isUnclear(error: unknown): boolean {
  return passing.has(problemOf(error).code)
}

/**
 * Reads are tried again by themselves; writes never are, because only the guest knows whether she still
 * wants it. Browsers misjudge "offline" on a cinema's own network, so the network is always tried.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 20_000,
        retry: (failures, error) => failures < 2 && isUnclear(error),
        retryDelay: failures => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
