import { afterEach, expect, test, vi } from 'vitest'
import { stored } from './stored.ts'

afterEach(() => vi.unstubAllGlobals())

test('keeps a text under its key', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  const cinema = stored('localStorage', 'cinema')
  expect(cinema.get()).toBeNull()
  cinema.set('681')
  expect([cinema.get(), stored('localStorage', 'other').get()]).toEqual(['681', null])
  cinema.remove()
  expect(cinema.get()).toBeNull()
})

test('a browser that forbids storage keeps nothing and breaks nothing', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new DOMException('', 'SecurityError')
    },
    setItem: () => {
      throw new DOMException('', 'QuotaExceededError')
    },
  })
  const token = stored('sessionStorage', 'token')
  token.set('x')
  token.remove()
  expect(token.get()).toBeNull()
})
