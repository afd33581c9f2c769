import type { Staff, StaffSession, StaffSignIn } from '#contract/staff.ts'
import { toInstant } from '#contract/time.ts'
import type { StaffMember } from '../config/staff-env.ts'
import type { Clock } from '../kernel/clock.ts'
import { createCheckPin } from './check-pin.ts'
import type { StaffSessions } from './sessions.ts'

/** Who may enter the box office. */
export interface StaffAccess {
  /** @throws Problem sign-in-failed, too-many-attempts */
  signIn(request: StaffSignIn, client: string): Promise<{ token: string; session: StaffSession }>
  /** The session that a token stands for, while it counts. */
  identify(token: string): Promise<StaffSession | undefined>
  signOut(token: string): Promise<void>
}

export function createStaffAccess(parts: {
  staff: readonly StaffMember[]
  sessions: StaffSessions
  clock: Clock
}): StaffAccess {
  const { sessions, clock } = parts
  const checkPin = createCheckPin(parts)
  const view = (member: StaffMember, endsAt: number): StaffSession => ({
    staff: staffOf(member),
    endsAt: toInstant(endsAt),
    now: toInstant(clock.now()),
  })

  return {
    async signIn(request, client) {
      const member = await checkPin(request, client)
      const { token, endsAt } = await sessions.open(member)
      return { token, session: view(member, endsAt) }
    },
    async identify(token) {
      const found = await sessions.find(token)
      return found && view(found.member, found.endsAt)
    },
    signOut: sessions.end,
  }
}

/** The person without the PIN's hash. */
const staffOf = ({ id, name, role }: StaffMember): Staff => ({ id, name, role })
