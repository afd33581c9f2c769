import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import {
  LoggedCall,
  SandboxCards,
  SandboxOrder,
  SandboxState,
  ShowSeats,
  ShowSold,
} from '#contract/sandbox-control.ts'
import { useNow } from '#src/lib/use-now.ts'
import { askAfter, joinCalls } from './calls/join-calls.ts'
import { control } from './control.ts'

const everyMs = 1_000
/** Of many thousands of seats or orders even reading the answer is work, for both sides. */
const muchEveryMs = 3_000
const manySeats = 5_000
const manyOrders = 500
/** Everything is asked anew each second while somebody looks, so a failure needs no other repetition. */
export function createSandboxClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchInterval: everyMs },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

export function useSandboxState() {
  return useQuery({
    queryKey: ['state'],
    queryFn: ({ signal }) => control('state', SandboxState, { signal }),
  })
}

/** The sandbox's clock in epoch ms, running on between two answers; undefined before the first one. */
export function useSandboxNow(): number | undefined {
  const { data, dataUpdatedAt } = useSandboxState()
  const deviceNow = useNow(250)
  return data && data.now + Math.max(0, deviceNow - dataUpdatedAt)
}

const Shows = z.object({ shows: z.array(ShowSold) })

/** The shows of one cinema on one business day. */
export function useShows(cinemaLinkId: string, day: string) {
  return useQuery({
    queryKey: ['shows', cinemaLinkId, day],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ cinemaLinkId, day })
      return (await control(`shows?${search}`, Shows, { signal })).shows
    },
  })
}

/** One show with all its seats. */
export function useShow(scheduleId: string | undefined) {
  return useQuery({
    queryKey: ['show', scheduleId],
    queryFn: ({ signal }) => control(`shows/${encodeURIComponent(scheduleId ?? '')}`, ShowSeats, { signal }),
    enabled: scheduleId !== undefined,
    refetchInterval: query => ((query.state.data?.seats ?? 0) > manySeats ? muchEveryMs : everyMs),
  })
}

const Orders = z.object({ orders: z.array(SandboxOrder) })

/** Oldest first. */
export function useOrders() {
  return useQuery({
    queryKey: ['orders'],
    queryFn: async ({ signal }) => (await control('orders', Orders, { signal })).orders,
    refetchInterval: query => ((query.state.data?.length ?? 0) > manyOrders ? muchEveryMs : everyMs),
  })
}

export function useCards() {
  return useQuery({
    queryKey: ['cards'],
    queryFn: ({ signal }) => control('cards', SandboxCards, { signal }),
  })
}

const Calls = z.object({ calls: z.array(LoggedCall) })

/** The latest calls, oldest first; every second only those are fetched that came since. */
export function useCalls() {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['calls'],
    queryFn: async ({ signal }) => {
      const known = client.getQueryData<LoggedCall[]>(['calls']) ?? []
      const { calls } = await control(`calls?after=${askAfter(known)}`, Calls, { signal })
      return joinCalls(known, calls)
    },
  })
}
