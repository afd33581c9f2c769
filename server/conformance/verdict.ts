import type { Answer } from './answer.ts'
import type { Exchange } from './cloud-client.ts'

/** What became of a rule. */
export type Verdict =
  | { kind: 'held' }
  | { kind: 'broken'; detail: string; exchange?: Exchange }
  /** This cloud, cinema or command line has not what the rule is about. */
  | { kind: 'not-applicable'; reason: string }
  /** Nobody can tell: no answer, a 5xx, "system busy", or the way there was barred. */
  | { kind: 'unclear'; reason: string }

/** Thrown where a rule cannot get as far as what it is about. */
export class Untried extends Error {
  readonly kind: 'not-applicable' | 'unclear'
  /** The refusal that barred the way, when it was one. */
  readonly refusal: Answer | undefined
  constructor(kind: 'not-applicable' | 'unclear', reason: string, refusal?: Answer) {
    super(reason)
    this.name = 'Untried'
    this.kind = kind
    this.refusal = refusal
  }
}

/** A call that was needed on the way to something else was refused, or answered what nobody can read. */
export const barredBy = (answer: Answer): Untried =>
  new Untried('unclear', `${answer.exchange.api}, which it needs, was answered ${codeOf(answer)}`, answer)

/** For the rule that is about this very call: what bars the others has broken it. */
export async function judged(api: string, check: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof Untried) || error.refusal?.exchange.api !== api) throw error
    return done(error.refusal)
  }
}

export const held: Verdict = { kind: 'held' }

export const broken = (detail: string, answer?: Answer): Verdict => ({
  kind: 'broken',
  detail,
  ...(answer && { exchange: answer.exchange }),
})

/** "ORDER_NOT_FOUND", or what stands where a code should. */
export const codeOf = (answer: Answer): string => answer.unreadable ?? answer.code

/** The call was done. */
export const done = (answer: Answer): Verdict =>
  answer.ok ? held : broken(`it was not done: ${codeOf(answer)}`, answer)

/** The call was refused with one of these codes. */
export function refusedWith(answer: Answer, ...codes: readonly string[]): Verdict {
  if (codes.includes(answer.code)) return held
  const wanted = codes.join(' or ')
  if (answer.ok) return broken(`it was done; it should have been refused with ${wanted}`, answer)
  return broken(`it was refused with ${codeOf(answer)} instead of ${wanted}`, answer)
}

/** The call was refused; the specification names no code for it. */
export const refused = (answer: Answer): Verdict =>
  answer.ok || answer.unreadable !== undefined
    ? broken(`it should have been refused; it was ${answer.ok ? 'done' : codeOf(answer)}`, answer)
    : held

export const holds = (condition: boolean, detail: string, answer?: Answer): Verdict =>
  condition ? held : broken(detail, answer)

/** The first of them that did not hold. */
export const allOf = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find(verdict => verdict.kind !== 'held') ?? held
