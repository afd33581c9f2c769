import { expect, test } from 'vitest'
import { IntentId } from '#contract/ids.ts'
import { randomUuid } from './uuid.ts'

test('ids are valid version 4 UUIDs and differ', () => {
  const ids = Array.from({ length: 200 }, randomUuid)
  for (const id of ids) {
    expect(IntentId.safeParse(id).success).toBe(true)
    expect(id[14]).toBe('4')
  }
  expect(new Set(ids).size).toBe(200)
})
