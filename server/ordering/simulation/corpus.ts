/**
 * Seeds that once broke a rule, and what it was. They are lived through first, for ever. A change of the dice or of
 * the weather gives a seed another world; the defect itself then stands in a table test.
 */
export const corpus: readonly { seed: number; broke: string }[] = []
