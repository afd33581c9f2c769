import { z } from 'zod'
import { Instant } from './time.ts'

/** A manager may do all that a cashier may, and what only a manager may. */
export const StaffRole = z.enum(['cashier', 'manager'])
export type StaffRole = z.infer<typeof StaffRole>

/** The number or name that a member of staff signs in with. */
export const StaffId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/)
  .brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>

export const Staff = z.object({
  id: StaffId,
  name: z.string().min(1).max(40),
  role: StaffRole,
})
export type Staff = z.infer<typeof Staff>

export const Pin = z.string().regex(/^\d{6,12}$/)

export const StaffSignIn = z.strictObject({ staffId: StaffId, pin: Pin })
export type StaffSignIn = z.infer<typeof StaffSignIn>

/** Who is signed in, and until when without another act. */
export const StaffSession = z.object({ staff: Staff, endsAt: Instant, now: Instant })
export type StaffSession = z.infer<typeof StaffSession>

/** Why a member of staff does something; kept in the order's history. */
export const StaffReason = z.string().trim().min(2).max(200)
