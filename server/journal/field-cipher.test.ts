import { describe, expect, test } from 'vitest'
import { createFieldCipher } from './field-cipher.ts'

const cipher = createFieldCipher(Buffer.alloc(32, 1))

describe('a sealed field', () => {
  test.each(['13912345678', '', '取票码 9', 'x'.repeat(5_000)])('opens as it was: %s', plain => {
    const sealed = cipher.seal(plain, 'here')
    expect(cipher.open(sealed, 'here')).toBe(plain)
    if (plain.length > 4) expect(sealed).not.toContain(plain)
  })

  test('is never the same twice', () => {
    expect(cipher.seal('13912345678', 'here')).not.toBe(cipher.seal('13912345678', 'here'))
  })

  const sealed = cipher.seal('13912345678', 'here')
  const flipped = Buffer.from(sealed.slice(3), 'base64url')
  flipped[14] = (flipped[14] ?? 0) ^ 1
  test.each([
    ['in another place', sealed, 'there'],
    ['with a bit changed', `v1.${flipped.toString('base64url')}`, 'here'],
    ['cut short', sealed.slice(0, 30), 'here'],
    ['of an unknown version', `v9.${sealed.slice(3)}`, 'here'],
  ])('does not open %s', (_what, value, place) => expect(() => cipher.open(value, place)).toThrow())

  test('does not open with another key', () => {
    expect(() => createFieldCipher(Buffer.alloc(32, 2)).open(sealed, 'here')).toThrow()
  })
})

describe('a digest', () => {
  test('is the same for the same, and tells purposes and keys apart', () => {
    const digest = cipher.digest('mobile', '13912345678')
    expect(cipher.digest('mobile', '13912345678')).toBe(digest)
    expect(cipher.digest('pickup', '13912345678')).not.toBe(digest)
    expect(createFieldCipher(Buffer.alloc(32, 2)).digest('mobile', '13912345678')).not.toBe(digest)
    expect(cipher.same(digest, digest)).toBe(true)
    expect(cipher.same(digest, digest.slice(1))).toBe(false)
  })
})

test('a key of another length is refused', () => {
  expect(() => createFieldCipher(Buffer.alloc(16))).toThrow('32 bytes')
})
