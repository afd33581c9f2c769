import { expect, test } from 'vitest'
import { cameraTroubleOf } from './open-camera.ts'

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'insecure'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
] as const)('%s reads as %s', (name, trouble) => {
  expect(cameraTroubleOf(new DOMException('', name))).toBe(trouble)
})

test('whatever else was thrown reads as busy, which can be tried again', () => {
  expect(cameraTroubleOf('no')).toBe('busy')
})
