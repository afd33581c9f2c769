import type { AttentionReason } from '#contract/attention.ts'
import type { OrderId } from '#contract/ids.ts'
import { Problem } from '#contract/problem.ts'
import type { OrderRecord } from '../journal/record.ts'
import type { Clock } from '../kernel/clock.ts'
import { type Answered, giveTicketsBack } from './core/commands.ts'
import { settleAttention, withAttention } from './core/merge.ts'

/** Who has settled what was over by itself. No member of staff can be called so: the id has a space. */
export const theHouse = 'the house'

/** Who does something to an order, and why: both stand in its history. */
export interface StaffAct {
  staffId: string
  why: string
}

/** What staff may do to an order, beside what a guest may. Each act stands in its history with who and why. */
export interface StaffActs {
  /** Asks cloud and provider now, then lets the engine go on. @throws Problem order-not-found */
  ask(id: OrderId, staffId: string): Promise<OrderRecord>
  /** A person has looked: the flag is closed and kept. @throws Problem order-not-found, not-found when it is not open */
  settle(id: OrderId, reason: AttentionReason, act: StaffAct): Promise<OrderRecord>
  /**
   * Gives issued tickets back for the guest. @throws Problem order-not-found, return-not-allowed
   *
   * @param allowed beyond the guest's own rule only when a manager has decided so; the cinema has the last word
   */
  giveBack(id: OrderId, act: StaffAct, allowed: 'by the rule' | 'beyond the rule'): Promise<OrderRecord>
  /** The house itself has noticed something that a person should look at. */
  flag(id: OrderId, reason: AttentionReason): Promise<void>
  /** The house itself has seen that it is over. */
  unflag(id: OrderId, reason: AttentionReason): Promise<void>
}

export function createStaffActs(parts: {
  clock: Clock
  /** A wish, written down; repeated when somebody wrote in between. */
  command: (
    id: OrderId,
    kind: string,
    wish: (order: OrderRecord) => Answered,
    why?: Readonly<Record<string, string>>,
  ) => Promise<OrderRecord>
  /** Asks all that can be asked. */
  inquire: (id: OrderId) => Promise<void>
  /** Drives the order as far as it goes now. */
  drive: (id: OrderId) => Promise<OrderRecord>
  onFlag: (order: OrderRecord, reason: AttentionReason) => void
}): StaffActs {
  const { clock, command, inquire, drive } = parts
  const by = ({ staffId, why }: StaffAct) => ({ by: staffId, why: withoutPhones(why) })

  return {
    async ask(id, staffId) {
      const wake = (order: OrderRecord): Answered => ({
        ok: true,
        order: { ...order, nextRunAt: clock.now() },
      })
      await command(id, 'staff: ask', wake, { by: staffId })
      await inquire(id)
      return drive(id)
    },
    settle: (id, reason, act) =>
      command(
        id,
        'staff: settle',
        order => {
          const settled = settleAttention(order, reason, { at: clock.now(), by: act.staffId })
          if (settled === order) throw new Problem('not-found')
          return { ok: true, order: settled }
        },
        { ...by(act), flag: reason },
      ),
    async giveBack(id, act, allowed) {
      const order = await command(
        id,
        'staff: give the tickets back',
        current => giveTicketsBack(current, clock.now(), allowed),
        { ...by(act), allowed },
      )
      return order.state === 'RETURNING' ? drive(id) : order
    },
    async flag(id, reason) {
      let raised = false
      const raise = (order: OrderRecord): Answered => {
        const flagged = withAttention(order, reason, clock.now())
        raised = flagged !== order
        return { ok: true, order: flagged }
      }
      const order = await command(id, 'house: flag', raise, { flag: reason })
      if (raised) parts.onFlag(order, reason)
    },
    async unflag(id, reason) {
      const over = (order: OrderRecord) => settleAttention(order, reason, { at: clock.now(), by: theHouse })
      await command(id, 'house: flag is over', one => ({ ok: true, order: over(one) }), { flag: reason })
    },
  }
}

/** People write numbers into notes; the history is no place for them. */
const withoutPhones = (text: string) => text.replace(/(1[3-9]\d)\d{4}(\d{4})/g, '$1****$2')
