import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

/*
 * Rules that no compiler and no linter holds. Each is a pattern that must not stand in some files; the examples
 * beside it prove that the pattern would be found.
 */

interface Rule {
  rule: string
  files: RegExp
  except?: RegExp
  forbidden: RegExp
  example: string
}

const rules: Rule[] = [
  {
    rule: 'the server reads its settings in one place',
    files: /^server\/.*\.ts$/,
    except: /^server\/config\/env\.ts$|\.test\.ts$|\/test-support\//,
    forbidden: /process\.env/,
    example: "const port = process.env['PORT']",
  },
  {
    rule: 'the core of the order engine owns no clock, no chance and no timers',
    files: /^server\/ordering\/core\/.*\.ts$/,
    except: /\.test\.ts$/,
    forbidden:
      /Date\.now\(|new Date\(\)|Math\.random\(|randomBytes|randomUUID|setTimeout|setInterval|\bfetch\(/,
    example: 'if (Date.now() > due) return',
  },
  {
    rule: 'the house prints no tickets: the cloud lets nobody print one twice (T10)',
    files: /^(src|server)\/.*\.tsx?$/,
    except: /^server\/(moviecloud|sandbox|conformance)\/|\.test\.ts$/,
    forbidden: /\bprintTicket\b|print-ticket/,
    example: 'await client.call(printTicket, { cinemaLinkId, printId })',
  },
  {
    rule: 'no escape from the types',
    files: /^(src|server|e2e|bench|\.ci)\/.*\.tsx?$/,
    except: /^\.ci\/repo-rules\.test\.ts$/,
    forbidden:
      /\bas any\b|: any(\[\])?\s*[;,)=}]|<any>|@ts-(ignore|nocheck|expect-error)|as unknown as ([A-Z{([]|string|number|boolean|object|never)/,
    example: 'const order = answer as any',
  },
  {
    rule: 'no focused and no skipped tests',
    files: /\.(test|spec)\.tsx?$/,
    except: /^\.ci\/repo-rules\.test\.ts$/,
    forbidden: /\b(test|it|describe)\.(only|skip|fixme|todo)\(/,
    example: "test.only('this one', () => {})",
  },
  {
    rule: 'no sleeping in tests',
    files: /\.(test|spec)\.tsx?$|^e2e\//,
    except: /^\.ci\/repo-rules\.test\.ts$/,
    forbidden: /waitForTimeout\(|setTimeout\((resolve|done|r)\b/,
    example: 'await page.waitForTimeout(500)',
  },
  {
    rule: 'nothing is left for later',
    files: /\.(tsx?|css|md|mjs|cjs)$/,
    except: /^\.ci\/repo-rules\.test\.ts$/,
    forbidden: /\b(TODO|FIXME|XXX|HACK)\b|not implemented/i,
    example: '// TODO: refunds',
  },
  {
    rule: 'no path of somebody’s machine',
    files: /\.(tsx?|mjs|cjs|md|json|sh)$|^\.ci\/run$/,
    except: /^\.ci\/repo-rules\.test\.ts$|^package-lock\.json$/,
    forbidden: /(^|[^A-Za-z0-9_.])\/(work|farm|root|Users|home\/[a-z]+)\//,
    example: 'see /home/anna/foyer/notes',
  },
  {
    rule: 'money is never computed as a fraction',
    files: /^(src|server)\/.*\.tsx?$/,
    except: /\.test\.tsx?$/,
    forbidden: /parseFloat\(|(Fen|fen|yuan)\w*\.toFixed\(/,
    example: 'parseFloat(price)',
  },
  {
    rule: 'the browser names no address but our own',
    files: /^src\/.*\.tsx?$|^index\.html$/,
    except: /\.test\.tsx?$/,
    forbidden: /https?:\/\/(?!www\.w3\.org\/)[a-z0-9]/,
    example: "fetch('https://cloud.example/route')",
  },
]

const Names = z.record(z.string(), z.string()).optional()
const Lockfile = z.object({
  packages: z.record(z.string(), z.object({ dependencies: Names, optionalDependencies: Names })),
})

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
const text = (file: string) => readFileSync(file, 'utf8')

describe.each(rules)('$rule', ({ files: where, except, forbidden, example }) => {
  test('the pattern finds what it is meant to find', () => {
    expect(example).toMatch(forbidden)
  })

  test('and finds it nowhere', () => {
    const watched = files.filter(file => where.test(file) && !except?.test(file))
    expect(watched.length).toBeGreaterThan(0)
    const found = watched.flatMap(file =>
      text(file)
        .split('\n')
        .flatMap((line, i) => (forbidden.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })
})

test('no file of code is longer than 350 lines', () => {
  const long = files
    .filter(file => /^(src|server|e2e|bench|\.ci)\/.*\.(tsx?|mjs|cjs)$/.test(file))
    .map(file => [file, text(file).split('\n').length] as const)
    .filter(([, lines]) => lines > 350)
  expect(long).toEqual([])
})

/*
 * npm leaves packages of other platforms out of the lockfile when its registry does not have them, and then refuses
 * to install from it.
 */
test('the lockfile has an entry for every package that it asks for', () => {
  const { packages } = Lockfile.parse(JSON.parse(text('package-lock.json')))
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter(name => !found(packages, path, name)),
  )
  expect(missing).toEqual([])
})

/** Looks as Node does: below the package itself, then below each folder above it. */
function found(packages: object, from: string, name: string): boolean {
  const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (here in packages) return true
  const above = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))
  return from !== '' && found(packages, above, name)
}
