import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import type { EndpointName, endpoints } from '#contract/endpoints.ts'
import type { StaffSession } from '#contract/staff.ts'

type PartOf<E, K extends 'params' | 'query' | 'body'> =
  E extends Record<K, infer S extends z.ZodType> ? { [P in K]: z.output<S> } : unknown

/** The parsed parts of a request that an endpoint declares, and nothing else. */
export type Input<E extends Endpoint> = PartOf<E, 'params'> & PartOf<E, 'query'> & PartOf<E, 'body'>

/** Who calls, as far as limits care: an address, never a person. */
export interface Caller {
  client: string
  /** The staff session that the browser keeps; setting it to undefined makes it forget. */
  staffToken: { read(): string | undefined; set(token: string | undefined): void }
}

/** Who calls an endpoint that is not for everybody: signed in, with the role that it asks for. */
export interface StaffCaller extends Caller {
  session: StaffSession
}

type CallerOf<E> = E extends { access: 'staff' | 'manager' } ? StaffCaller : Caller

/** One act per endpoint of the contract; a missing or surplus one does not compile. */
export type Handlers = {
  [N in EndpointName]: (
    input: Input<(typeof endpoints)[N]>,
    caller: CallerOf<(typeof endpoints)[N]>,
  ) => Promise<z.output<(typeof endpoints)[N]['result']>>
}
