import type { z } from 'zod'
import { Fault } from '#contract/sandbox-faults.ts'
import { isApiName } from '../protocol/api-names.ts'
import { isBizCode, isRetCode } from '../protocol/codes.ts'

const vendorPrefix = 'ykse.partner.'
const inFull = (api: string) => (api === '*' || api.startsWith(vendorPrefix) ? api : vendorPrefix + api)

/** A fault as it was asked for, its interface in full and its codes checked against the tables. */
export const AimedFault: z.ZodType<Fault> = Fault.transform(
  (fault): Fault => ({ ...fault, api: inFull(fault.api) }),
)
  .refine(({ api }) => api === '*' || isApiName(api), {
    path: ['api'],
    message: 'not an interface of the specification',
  })
  .refine(fault => !('code' in fault) || isRetCode(fault.code) || isBizCode(fault.code), {
    path: ['code'],
    message: 'not a code of the specification',
  })
