import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { PickupRequest, PickupTicket } from '#contract/pickup.ts'
import type { Problem } from '#contract/problem.ts'
import { call } from '#src/api/call.ts'
import { problemOf } from '#src/api/query-client.ts'
import { currentLanguage } from '#src/i18n/language.ts'

/** When the server limits guessing but names no time. */
const waitWhenUnsaidSeconds = 60

/** One look-up of a ticket at a time: what was asked, what came of it, and how long to wait after too many. */
export interface TicketSearch {
  find: (request: PickupRequest) => void
  /** Nothing of the search remains. */
  forget: () => void
  busy: boolean
  asked: PickupRequest | undefined
  ticket: PickupTicket | undefined
  problem: Problem | undefined
  /** The device's clock in epoch ms before which codes need not be tried. */
  waitUntilMs: number | undefined
}

/** Finds tickets. What was found lives in the calling component alone, so that leaving it leaves no copy behind. */
export function useTicketSearch(onFound: (ticket: PickupTicket) => void): TicketSearch {
  const [waitUntilMs, setWaitUntilMs] = useState<number>()
  // Apart from the look-up itself, because a ticket on show stays on show while it is asked for again.
  const [ticket, setTicket] = useState<PickupTicket>()
  const search = useMutation({
    mutationFn: (body: PickupRequest) => call('findPickup', { body }, { language: currentLanguage() }),
    gcTime: 0,
  })

  function find(request: PickupRequest) {
    if (search.isPending) return
    // Callbacks of this very call: an answer that comes after `forget` is for nobody any more.
    search.mutate(request, {
      onSuccess: found => {
        setTicket(found)
        onFound(found)
      },
      onError: error => {
        const { code, retryAfterSeconds = waitWhenUnsaidSeconds } = problemOf(error)
        if (code === 'too-many-attempts') setWaitUntilMs(Date.now() + retryAfterSeconds * 1000)
      },
    })
  }

  return {
    find,
    forget: () => {
      search.reset()
      setTicket(undefined)
    },
    busy: search.isPending,
    asked: search.variables,
    ticket,
    problem: search.error ? problemOf(search.error) : undefined,
    waitUntilMs,
  }
}
