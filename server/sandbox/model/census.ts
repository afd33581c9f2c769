/** How often each interface was called, and how often each code was its answer. */
export class Census {
  readonly #codes = new Map<string, Map<string, number>>()

  add(api: string, code: string, times = 1): void {
    const codes = this.#codes.get(api) ?? new Map<string, number>()
    codes.set(code, (codes.get(code) ?? 0) + times)
    this.#codes.set(api, codes)
  }

  merge(other: Census): void {
    for (const [api, codes] of other.#codes) for (const [code, times] of codes) this.add(api, code, times)
  }

  get calls(): number {
    return this.apis.reduce((sum, api) => sum + this.of(api), 0)
  }

  get apis(): string[] {
    return [...this.#codes.keys()]
  }

  /** All codes of the run. */
  get codes(): Set<string> {
    return new Set([...this.#codes.values()].flatMap(codes => [...codes.keys()]))
  }

  of(api: string, code?: string): number {
    const codes = this.#codes.get(api) ?? new Map<string, number>()
    if (code !== undefined) return codes.get(code) ?? 0
    return [...codes.values()].reduce((sum, times) => sum + times, 0)
  }

  /** A line an interface, in the order given, its commonest codes first. */
  table(apis: readonly string[]): string {
    return apis
      .map(api => {
        const codes = [...(this.#codes.get(api) ?? [])].sort((a, b) => b[1] - a[1])
        const told = codes.map(([code, times]) => `${code} ${times}`).join(', ')
        return `${api.padEnd(36)}${String(this.of(api)).padStart(5)}  ${told}`
      })
      .join('\n')
  }
}
