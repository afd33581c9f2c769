import { play } from './play.ts'
import { Disagreement } from './try-out.ts'

/** So many runs at most are spent on making a failing one shorter. */
const mostRuns = 60

/**
 * Leaves out of a failing run whatever is not needed for it to fail with the same interface: halves first, then
 * smaller parts, then single steps. `failure` plays a run and tells how it fails.
 *
 * @returns the shortest run found, and how it fails
 */
export async function shorten(
  seed: number,
  steps: readonly number[],
  first: Disagreement,
  failure: typeof failureOf = failureOf,
): Promise<{ steps: readonly number[]; disagreement: Disagreement }> {
  let best = { steps: steps.slice(0, first.steps), disagreement: first }
  let runs = 0
  for (
    let size = Math.ceil(best.steps.length / 2);
    size >= 1 && runs < mostRuns;
    size = Math.floor(size / 2)
  ) {
    // From the end: what happened last matters least often.
    for (let end = best.steps.length - 1; end > 0 && runs < mostRuns; end -= size) {
      const without = [...best.steps.slice(0, Math.max(0, end - size)), ...best.steps.slice(end)]
      runs += 1
      const disagreement = await failure(seed, without)
      if (disagreement?.api === first.api)
        best = { steps: without.slice(0, disagreement.steps), disagreement }
    }
  }
  return best
}

/** How the run fails; undefined when it does not. */
export async function failureOf(seed: number, steps: readonly number[]): Promise<Disagreement | undefined> {
  try {
    await play(seed, steps)
    return undefined
  } catch (error) {
    if (error instanceof Disagreement) return error
    throw error
  }
}
