/** A choice of seats with how bad it is. */
export interface Candidate {
  readonly seats: readonly number[]
  readonly cost: number
}

/** The best few of many candidates, best first; what is worse than all of them is not looked at any closer. */
export class Shortlist {
  readonly #most: number
  readonly #list: Candidate[] = []
  #full = false

  constructor(most: number) {
    this.#most = most
  }

  /** Whether a candidate that costs at least so much could still come in. */
  admits(cost: number): boolean {
    return this.#list.length < this.#most || cost < (this.#list.at(-1)?.cost ?? 0)
  }

  /** Of two that cost the same, the one that came first stays before the other. */
  add(candidate: Candidate): void {
    let low = 0
    let high = this.#list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#list[middle]?.cost ?? 0) <= candidate.cost) low = middle + 1
      else high = middle
    }
    this.#list.splice(low, 0, candidate)
    if (this.#list.length <= this.#most) return
    this.#list.pop()
    this.#full = true
  }

  /** Whether any candidate had to make room for better ones. */
  get isFull(): boolean {
    return this.#full
  }

  /** The first ones that suit and share no seat with a better one, so that the next is really another. */
  apart(most: number, suits: (seats: readonly number[]) => boolean = () => true): readonly Candidate[] {
    const taken = new Set<number>()
    const found: Candidate[] = []
    for (const candidate of this.#list) {
      if (found.length === most) break
      if (candidate.seats.some(seat => taken.has(seat)) || !suits(candidate.seats)) continue
      for (const seat of candidate.seats) taken.add(seat)
      found.push(candidate)
    }
    return found
  }
}
