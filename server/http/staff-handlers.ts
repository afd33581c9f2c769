import type { StaffAccess } from '../staff/staff-access.ts'
import type { Handlers } from './handlers.ts'

type StaffEndpoints = 'startStaffSession' | 'getStaffSession' | 'endStaffSession'

/** The box office's own endpoints. */
export function staffHandlers({ staffAccess }: { staffAccess: StaffAccess }): Pick<Handlers, StaffEndpoints> {
  return {
    async startStaffSession({ body }, { client, staffToken }) {
      const { token, session } = await staffAccess.signIn(body, client)
      // Whoever sat there before is signed out by it.
      const before = staffToken.read()
      if (before !== undefined) await staffAccess.signOut(before)
      staffToken.set(token)
      return session
    },
    getStaffSession: async (_input, { session }) => session,
    async endStaffSession(_input, { staffToken }) {
      const token = staffToken.read()
      if (token !== undefined) await staffAccess.signOut(token)
      staffToken.set(undefined)
      return {}
    },
  }
}
