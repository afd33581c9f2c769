import { z } from 'zod'
import { Staff, StaffId } from '#contract/staff.ts'
import { isSlowHash, matchesAtStart } from '../kernel/slow-hash.ts'

/** Somebody who may sign in at the box office. */
const StaffMember = z.strictObject({
  ...Staff.shape,
  /** As `npm run staff -- hash` makes it. */
  pin: z.string().refine(isSlowHash),
})
export type StaffMember = z.infer<typeof StaffMember>

const rule =
  'must be a JSON list of {"id","name","role","pin"}: role cashier or manager, pin as npm run staff -- hash makes it, every id once'

/** The setting, to be read among the others. */
export const staffShape = {
  STAFF: z
    .string()
    .transform((text, context) => {
      const members = z.array(StaffMember).safeParse(jsonOf(text))
      if (members.success && new Set(members.data.map(({ id }) => id)).size === members.data.length)
        return members.data
      context.addIssue({ code: 'custom', message: rule })
      return z.NEVER
    })
    .optional(),
}

const demoPins = ['135790', '246801']

/** The embedded sandbox has somebody at its box office, whose PINs stand in the README. */
export const demoStaff: readonly StaffMember[] = [
  {
    id: StaffId.parse('1001'),
    name: 'Demo cashier 演示售票员',
    role: 'cashier',
    pin: 'scrypt:15:8:1:Zm95ZXItZGVtby1jYXNoaQ:-0zZAuDWUI8hgV6CxmvmfZTXgIPC_DEskRRUwH7Ob9Q',
  },
  {
    id: StaffId.parse('9001'),
    name: 'Demo manager 演示值班经理',
    role: 'manager',
    pin: 'scrypt:15:8:1:Zm95ZXItZGVtby1tYW5hZw:pZSpLsKhZYob0kCLM2I8vshjA3mLKbVV1b_Z4hBxrP4',
  },
]

/** Who may sign in: those of the setting, or the sandbox's two when there is none. */
export function staffOf(
  given: readonly StaffMember[] | undefined,
  cloud: 'embedded-sandbox' | 'remote',
): { staff: readonly StaffMember[]; refused: string[]; warnings: string[] } {
  if (cloud === 'embedded-sandbox') return { staff: given ?? demoStaff, refused: [], warnings: [] }
  const staff = given ?? []
  const refused = staff.flatMap(({ id, pin }) =>
    demoPins.some(demo => matchesAtStart(demo, pin))
      ? [`STAFF gives ${id} a PIN of the sandbox’s demo, which stands in the README; choose another.`]
      : [],
  )
  const warnings = given === undefined ? ['STAFF is not set, so nobody can sign in at the box office.'] : []
  return { staff, refused, warnings }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
