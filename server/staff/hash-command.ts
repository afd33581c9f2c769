import { Pin } from '#contract/staff.ts'
import { hashSlowly } from '../kernel/slow-hash.ts'

export interface CommandResult {
  exitCode: 0 | 2
  stdout?: string
  stderr?: string
}

const usage = `npm run staff -- hash      asks for a PIN of 6 to 12 digits and prints what STAFF wants to have of it
The PIN is typed, or piped in; never an argument, which others on this machine could read.`

/** PINs that are tried first: one digit again and again, a run up or down, a short piece repeated. */
function isObvious(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  const evenly = steps.every(step => step === steps[0]) && [0, 1, 9].includes(steps[0] ?? 0)
  return evenly || /^(\d{2,3})\1+$/.test(pin)
}

/** @param readPin what was typed; asked for only when the command is right */
export async function runStaffCommand(
  args: readonly string[],
  readPin: () => Promise<string>,
): Promise<CommandResult> {
  if (args.length !== 1 || args[0] !== 'hash') return { exitCode: 2, stderr: usage }
  const pin = Pin.safeParse((await readPin()).trim())
  if (!pin.success) return { exitCode: 2, stderr: 'A PIN has 6 to 12 digits.' }
  if (isObvious(pin.data)) return { exitCode: 2, stderr: 'That PIN is among the first that anybody tries.' }
  return { exitCode: 0, stdout: await hashSlowly(pin.data) }
}
