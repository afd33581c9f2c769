import type { Channel } from '../cloud/channels.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Faults } from '../faults/faults.ts'
import type { Repetitions } from '../protocol/repetitions.ts'
import type { CallLog } from './call-log.ts'

/** What the control interface looks at and switches. */
export interface ControlParts {
  cloud: Cloud
  channels: ReadonlyMap<string, Channel>
  faults: Faults
  log: CallLog
  repetitions: Repetitions
  /** Whether some inputs bring a fault of themselves. */
  hasMagic: boolean
}
