/** What was opened, to be closed in the opposite order: whatever leans on something goes before it. */
export interface Closers {
  add(close: () => unknown): void
  /** Closes everything, even when one of them fails. @throws the first failure, at the end */
  closeAll(): Promise<void>
}

export function createClosers(): Closers {
  const closers: (() => unknown)[] = []
  return {
    add: close => void closers.push(close),
    async closeAll() {
      const failures: unknown[] = []
      for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
        try {
          await close()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
