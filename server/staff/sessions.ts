import type { Kysely } from 'kysely'
import type { StaffMember } from '../config/staff-env.ts'
import type { FieldCipher } from '../journal/field-cipher.ts'
import type { JournalTables } from '../journal/schema.ts'
import type { Clock } from '../kernel/clock.ts'

/** Sessions of staff. They stand in the journal, so that every node knows them and a sign-out holds everywhere. */
export interface StaffSessions {
  /** @returns the token that the browser brings with each request */
  open(member: StaffMember): Promise<{ token: string; endsAt: number }>
  /** Whose the token is, while it counts; each use prolongs it. */
  find(token: string): Promise<{ member: StaffMember; endsAt: number } | undefined>
  end(token: string): Promise<void>
}

/** A cashier who sells is never asked twice in a shift; one who leaves the counter is signed out before long. */
const idleMs = 30 * 60_000
const shiftMs = 12 * 3_600_000
/** No write for each request. */
const noteEveryMs = 60_000

export function createStaffSessions(parts: {
  db: Kysely<JournalTables>
  cipher: FieldCipher
  staff: readonly StaffMember[]
  clock: Clock
  random: (size: number) => Uint8Array
}): StaffSessions {
  const { db, cipher, staff, clock, random } = parts
  const tokenDigest = (token: string) => cipher.digest('staff session', token)
  const credentialDigest = (member: StaffMember) => cipher.digest('staff credential', member.pin)
  const endOf = (row: { created_at: number; last_seen_at: number }) =>
    Math.min(row.last_seen_at + idleMs, row.created_at + shiftMs)

  return {
    async open(member) {
      const now = clock.now()
      const token = Buffer.from(random(32)).toString('base64url')
      await db
        .deleteFrom('staff_session')
        .where(old =>
          old.or([old('created_at', '<=', now - shiftMs), old('last_seen_at', '<=', now - idleMs)]),
        )
        .execute()
      const row = { created_at: now, last_seen_at: now }
      await db
        .insertInto('staff_session')
        .values({
          ...row,
          token_digest: tokenDigest(token),
          staff_id: member.id,
          credential_digest: credentialDigest(member),
        })
        .execute()
      return { token, endsAt: endOf(row) }
    },
    async find(token) {
      const now = clock.now()
      const digest = tokenDigest(token)
      const row = await db
        .selectFrom('staff_session')
        .selectAll()
        .where('token_digest', '=', digest)
        .executeTakeFirst()
      if (row === undefined || now >= endOf(row)) return undefined
      // Who has left the list, or has a new PIN, is no longer signed in.
      const member = staff.find(({ id }) => id === row.staff_id)
      if (member === undefined || !cipher.same(row.credential_digest, credentialDigest(member)))
        return undefined
      if (now - row.last_seen_at < noteEveryMs) return { member, endsAt: endOf(row) }
      const seen = { last_seen_at: now }
      await db.updateTable('staff_session').set(seen).where('token_digest', '=', digest).execute()
      return { member, endsAt: endOf({ ...row, ...seen }) }
    },
    async end(token) {
      await db.deleteFrom('staff_session').where('token_digest', '=', tokenDigest(token)).execute()
    },
  }
}
