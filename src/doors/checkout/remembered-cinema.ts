import { CinemaId } from '#contract/ids.ts'
import { stored } from '#src/lib/stored.ts'

/** It outlives the tab: most people have one cinema. */
const kept = stored('localStorage', 'foyer-cinema')

/** The cinema this guest was last in. */
export const rememberedCinema = (): CinemaId | undefined => CinemaId.safeParse(kept.get()).data

export const rememberCinema = (cinema: CinemaId): void => kept.set(cinema)
