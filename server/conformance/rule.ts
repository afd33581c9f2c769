import type { Probe } from './probe.ts'
import type { Verdict } from './verdict.ts'

/** One sentence of the specification that a Movie Cloud either keeps or breaks. */
export interface Rule {
  /** "selling.lock-twice": its chapter and its own name. */
  id: string
  /** The paragraph of specification 1.2.26. */
  section: string
  /** What has to be so. */
  sentence: string
  /** The interface that it is about, the part behind `ykse.partner.`; `protocol` when it is about all. */
  api: string
  /** `read-only` changes nothing in the cloud; `full` locks, buys, registers and refunds. */
  mode: 'read-only' | 'full'
  /** @throws Untried when it cannot get as far as what it is about */
  check(probe: Probe): Promise<Verdict>
}
