/** Where a seat stands to the screen, in the words' own steps. */
export type Aside = 'centre' | 'slightlyLeft' | 'slightlyRight' | 'farLeft' | 'farRight'

/** Up to the first one faces the screen; beyond the second one sits at the side. */
const steps = { centre: 6, slightly: 18 } as const

/** @param degrees off the screen's axis, negative on the left as the guest sees it */
export function asideOf(degrees: number): Aside {
  const off = Math.abs(degrees)
  if (off <= steps.centre) return 'centre'
  const slight = off <= steps.slightly
  return degrees < 0 ? (slight ? 'slightlyLeft' : 'farLeft') : slight ? 'slightlyRight' : 'farRight'
}
