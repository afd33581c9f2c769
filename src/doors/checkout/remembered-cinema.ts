import { CinemaId } from '#contract/ids.ts'

const key = 'foyer-cinema'

/** The cinema this guest was last in. It outlives the tab: most people have one cinema. */
export function rememberedCinema(): CinemaId | undefined {
  return CinemaId.safeParse(attempt(() => localStorage.getItem(key))).data
}

export function rememberCinema(cinema: CinemaId): void {
  attempt(() => localStorage.setItem(key, cinema))
}

/** A browser may forbid storage; then the guest is asked again next time. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access()
  } catch {
    return undefined
  }
}
