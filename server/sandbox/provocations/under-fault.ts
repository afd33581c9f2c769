import type { FaultInput } from '#contract/sandbox-faults.ts'
import type { Guest } from './guest.ts'
import type { Provocation } from './provocation.ts'

interface UnderFault extends Pick<Provocation, 'code' | 'api'> {
  /** What is done before, without its full stop: "Buy a ticket". */
  first?: string
  fault: FaultInput
  /** What is done under it: "give it back." */
  last: string
  /** Does what comes first. @returns the parameters of the call that the fault befalls */
  request: (guest: Guest) => object | Promise<object>
}

/** A code that a fault of the control interface leads to: it is told, and set, in the same words. */
export const underFault = ({ code, api, first, fault, last, request }: UnderFault): Provocation => ({
  code,
  api,
  how: `${first === undefined ? 'Set' : `${first}, set`} \`${JSON.stringify(fault)}\`, then ${last}`,
  async provoke(guest) {
    const parameters = await request(guest)
    await guest.fault(fault)
    return guest.ask(api, parameters)
  },
})
