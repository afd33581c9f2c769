import { z } from 'zod'
import { done, type Outcome } from '../kernel/outcome.ts'

/**
 * The answer in the house's words. `translate` gives undefined for an answer to another question, which proves
 * nothing about ours (the line may be plain HTTP, and answers are unsigned); an id that cannot be one of ours
 * is the same.
 */
export function about<A, B>(outcome: Outcome<A>, translate: (answer: A) => B | undefined): Outcome<B> {
  if (outcome.kind !== 'done') return outcome
  const value = translated(outcome.value, translate)
  return value === undefined
    ? { kind: 'unknown', reason: 'the answer is not, or not wholly, about what was asked' }
    : done(value)
}

function translated<A, B>(answer: A, translate: (answer: A) => B | undefined): B | undefined {
  try {
    return translate(answer)
  } catch (error) {
    if (error instanceof z.ZodError) return undefined
    throw error
  }
}

/** Absent, or the same. */
export const agrees = (answered: string | undefined, asked: string) =>
  answered === undefined || answered === asked
