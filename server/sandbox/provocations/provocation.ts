import type { BizCode, RetCode } from '../protocol/codes.ts'
import type { Answer } from '../test-client.ts'
import type { Guest } from './guest.ts'

/** A way to be answered with a code. */
export interface Provocation {
  code: RetCode | BizCode
  /** The interface that answers with it: the part behind the vendor's prefix. */
  api: string
  /** What to do, for an engineer with curl; English sentences that end in a full stop. */
  how: string
  /** Only in a sandbox that was started with `--rate` and this number. */
  rate?: number
  /** Does what `how` says, in a sandbox as it begins. @returns the answer with the code */
  provoke: (guest: Guest) => Promise<Answer>
}

/** A chapter of the specification's tables of codes. */
export interface Chapter {
  title: string
  /** Its paragraph. */
  paragraph: string
  provocations: readonly Provocation[]
}
