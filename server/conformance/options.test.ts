import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

const needed = ['--url', 'http://cloud:8080', '--channel', 'C', '--secret', 'S']

test('only address, channel and secret are needed, and a run changes nothing unless told to', () => {
  expect(readOptions(needed)).toEqual({
    url: 'http://cloud:8080',
    channel: 'C',
    secret: 'S',
    mode: 'read-only',
    answers: 'tolerant',
    timeoutMs: 30_000,
  })
})

test('everything can be said', () => {
  const more = ['--card-key', 'K', '--mode', 'full', '--cinema', '681', '--member-card', '6811:123456']
  const rest = ['--benefit-card', '1605', '--strict', '--timeout', '5', '--json', 'report.json']
  expect(readOptions([...needed, ...more, ...rest])).toMatchObject({
    cardKey: 'K',
    mode: 'full',
    cinemaLinkId: '681',
    memberCard: { cardNumber: '6811', password: '123456' },
    benefitCardNumber: '1605',
    answers: 'strict',
    timeoutMs: 5_000,
    json: 'report.json',
  })
})

test('help is no run', () => {
  expect(readOptions(['--help'])).toBe('help')
})

test.each([
  [['--channel', 'C', '--secret', 'S'], '--url is missing'],
  [['--url', 'http://cloud', '--secret', 'S'], '--channel is missing'],
  [['--url', 'http://cloud', '--channel', 'C', '--secret', ''], '--secret is missing'],
  [['--url', 'cloud:8080', '--channel', 'C', '--secret', 'S'], 'http(s) address'],
  [[...needed, '--mode', 'all'], 'read-only or full'],
  [[...needed, '--timeout', '0'], 'seconds from 1 to 999'],
  [[...needed, '--member-card', '6811'], 'six digits'],
  [[...needed, '--fast'], '--fast'],
])('%j is refused: %s', (args, words) => {
  expect(() => readOptions(args)).toThrow(words)
})

test('reads a secret and a card key from files, and names the option whose file is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const file = join(folder, 'secret')
  writeFileSync(file, 'a secret of our own\n')
  const [url = '', u = '', channel = '', c = ''] = needed
  const args = [url, u, channel, c, '--secret', `@${file}`, '--card-key', `@${file}`]
  expect(readOptions(args)).toMatchObject({ secret: 'a secret of our own', cardKey: 'a secret of our own' })
  rmSync(folder, { recursive: true })
  expect(() => readOptions(args)).toThrow('--secret names a file that cannot be read')
})
