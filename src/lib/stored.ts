/** One text kept by the browser. A browser may forbid that; then it is as if nothing had been kept. */
export interface Stored {
  get(): string | null
  set(value: string): void
  remove(): void
}

/** `localStorage` outlives the tab, `sessionStorage` a reload only. */
export function stored(where: 'localStorage' | 'sessionStorage', key: string): Stored {
  return {
    get: () => attempt(() => globalThis[where].getItem(key)) ?? null,
    set: value => attempt(() => globalThis[where].setItem(key, value)),
    remove: () => attempt(() => globalThis[where].removeItem(key)),
  }
}

function attempt<T>(access: () => T): T | undefined {
  try {
    return access()
  } catch {
    return undefined
  }
}
