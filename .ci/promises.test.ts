import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/*
 * docs/promises.md says which test goes red when a promise about money is broken. Here its every line is looked up,
 * so that no promise leans on a rule or a test that has gone or has another name by now.
 */

interface Promised {
  number: string
  /** Places in the code, then tests: a file, and words that stand in it. */
  rules: [file: string, words: string][]
  tests: [file: string, title: string][]
}

const page = readFileSync('docs/promises.md', 'utf8')
const promises: Promised[] = page
  .split('\n')
  .filter(line => /^\| [A-Z]\d+ /.test(line))
  .map(line => {
    const [number = '', , rules = '', tests = ''] = line.slice(1, -1).split(' | ')
    return { number: number.trim(), rules: entriesOf(rules), tests: entriesOf(tests) }
  })

function entriesOf(cell: string): [string, string][] {
  return cell
    .trim()
    .split('<br>')
    .map(entry => {
      const [, file = '', words = ''] = /^`([^`]+)`: (.+)$/.exec(entry) ?? []
      return [file, words]
    })
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The name of a test or of a row in a table of cases, as a literal: `(` or `[`, then the title in quotes. */
const titled = (title: string) => new RegExp(`(?:[([]|\\b(?:name|rule):)\\s*(['"\`])${escaped(title)}\\1`)

/** Tests, tables of cases that a test runs through, what `npm run mutants` takes out, and the steps of `npm test`. */
const holdsTests = /\.(test|spec)\.ts$|\/test-support\/cases-\w+\.ts$|\/mutants\.ts$|^\.ci\/test\.ts$/

test('each trap of the cloud’s contract has its line', () => {
  const traps = promises.map(({ number }) => number).filter(number => number.startsWith('T'))
  expect(traps).toEqual(Array.from({ length: 15 }, (_, index) => `T${index + 1}`))
})

test('no number stands twice', () => {
  expect(promises.length).toBeGreaterThan(20)
  expect(new Set(promises.map(({ number }) => number)).size).toBe(promises.length)
})

describe.each(promises)('promise $number', ({ rules, tests }) => {
  test.each(rules)('has its rule in %s: %s', (file, words) => {
    expect(existsSync(file), `${file} is not there`).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(words)
  })

  test.each(tests)('is held by %s: %s', (file, title) => {
    expect(file).toMatch(holdsTests)
    expect(existsSync(file), `${file} is not there`).toBe(true)
    expect(titled(title).test(readFileSync(file, 'utf8')), `${file} has no test of this name`).toBe(true)
  })
})

test.each([
  ["test('pays once', async () => {", true],
  ["    [\n      'pays once',", true],
  ["name: 'pays once',", true],
  ["test('pays once and for all', () => {", false],
  ["// it 'pays once'", false],
])('a title is looked for as a title: %s', (code, found) => {
  expect(titled('pays once').test(code)).toBe(found)
})
