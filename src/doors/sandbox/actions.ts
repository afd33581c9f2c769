import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type Crowd, type Sale, SandboxState } from '#contract/sandbox-control.ts'
import { type FaultInput, SetFault } from '#contract/sandbox-faults.ts'
import { control } from './control.ts'

const Standing = z.object({ faults: z.array(SetFault) })
const Sold = z.object({ sold: z.int() })

/** Puts an answered list of faults where the next look at the state would find it. */
function useShowFaults() {
  const client = useQueryClient()
  return ({ faults }: z.infer<typeof Standing>) =>
    client.setQueryData<SandboxState>(['state'], state => state && { ...state, faults })
}

function useShowState() {
  const client = useQueryClient()
  return (state: SandboxState) => {
    client.setQueryData(['state'], state)
    return client.invalidateQueries({ predicate: query => query.queryKey[0] !== 'state' })
  }
}

export function useSetFault() {
  return useMutation({
    mutationFn: (fault: FaultInput) => control('faults', Standing, { method: 'POST', body: fault }),
    onSuccess: useShowFaults(),
  })
}

/** Takes back the fault with this id, or all of them. */
export function useRemoveFault() {
  return useMutation({
    mutationFn: (id: number | 'all') =>
      control(id === 'all' ? 'faults' : `faults/${id}`, Standing, { method: 'DELETE' }),
    onSuccess: useShowFaults(),
  })
}

export function useJump() {
  return useMutation({
    mutationFn: (forwardMs: number) =>
      control('clock', SandboxState, { method: 'POST', body: { forwardMs } }),
    onSuccess: useShowState(),
  })
}

export function useSetCrowd() {
  return useMutation({
    mutationFn: (crowd: Crowd) => control('crowd', SandboxState, { method: 'POST', body: crowd }),
    onSuccess: useShowState(),
  })
}

/** Somebody else buys these seats at the till. */
export function useSell() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sale: z.infer<typeof Sale>) => control('sell', Sold, { method: 'POST', body: sale }),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'calls' }),
  })
}

/** Back to the seed. What was read of the time before is forgotten with it. */
export function useReset() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => control('reset', z.object({}), { method: 'POST', body: {} }),
    onSuccess: () => client.resetQueries(),
  })
}
