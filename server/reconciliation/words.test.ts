import { expect, test } from 'vitest'
import { FindingKind } from '#contract/reconciliation.ts'
import { findingWords } from './words.ts'

test.each(FindingKind.options)('%s has words in both languages', kind => {
  const { means, remedy } = findingWords[kind]
  for (const { zh, en } of [means, remedy]) {
    expect(zh).toMatch(/[一-鿿]/)
    expect(en).toMatch(/^[^一-鿿]+$/)
  }
})
