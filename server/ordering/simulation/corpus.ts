/**
 * Seeds that once broke a rule, and what it was. They are lived through first, for ever. A change of the dice or of
 * the weather gives a seed another world; the defect itself then stands in a table test.
 */
export const corpus: readonly { seed: number; broke: string }[] = [
  { seed: 233, broke: 'a refund was judged by a clock that had jumped meanwhile' },
  {
    seed: 1771,
    broke: 'a cinema never said what became of a return, and the order stayed ticketed and flagged',
  },
  { seed: 100845, broke: 'a return was heard of after a day, and the provider took hours over the refund' },
  {
    seed: 1055722,
    broke: 'a return landed after its refusal, and the order stayed ticketed while the cinema was at it',
  },
  {
    seed: 10370626,
    broke: 'one of two parts was paid wrongly, and the seats went while the other part could still be paid',
  },
]
