import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { browserFlags } from './browser-flags.ts'
import { givenChromium } from './environment.ts'

/** A Chromium that has been seen to start. */
export interface FoundBrowser {
  path: string
  /** Where it comes from, for a person to read. */
  origin: string
  version: string
}

/** One way to a browser: a path, or nothing when the way leads nowhere. May take the time it says. */
interface Way {
  origin: string
  look: () => string | undefined | Promise<string | undefined>
}

const secondsMs = 1000
/** A download that hasn't ended by then is a closed network. */
const downloadMs = 90 * secondsMs
const aptMs = 240 * secondsMs

/** In this order; docs/decisions/0004 tells why. */
const ways: Way[] = [
  { origin: 'PLAYWRIGHT_CHROMIUM_PATH', look: () => existing(givenChromium) },
  { origin: "Playwright's own", look: () => existing(chromium.executablePath()) },
  { origin: 'the PATH', look: onPath },
  { origin: 'playwright install chromium', look: installWithPlaywright },
  { origin: 'apt-get install chromium', look: installWithApt },
  { origin: 'the npm package @sparticuz/chromium', look: unpackSparticuz },
]

/**
 * Finds a Chromium, or gets one: the first way that leads to a browser which starts is taken.
 *
 * @param say receives one sentence for each step that takes time or fails
 * @throws Error with all that was tried and what to do, when there is none
 */
export async function obtainBrowser(say: (sentence: string) => void): Promise<FoundBrowser> {
  const tried: string[] = []
  for (const way of ways) {
    const path = await way.look()
    if (path === undefined) {
      tried.push(`${way.origin}: nothing there`)
      continue
    }
    const start = await tryToStart(path)
    if (start.kind === 'started') return { path, origin: way.origin, version: start.version }
    tried.push(`${way.origin}: ${path} does not start (${start.reason})`)
    say(`The browser ${path} (${way.origin}) does not start: ${start.reason}`)
  }
  throw new Error(
    [
      'No browser for the tests. Tried:',
      ...tried.map(line => `  ${line}`),
      'Install Chromium (on Debian: apt-get install chromium), or name one in PLAYWRIGHT_CHROMIUM_PATH.',
    ].join('\n'),
  )
}

/** One sentence that names the browser which was taken. */
export function describeBrowser(browser: FoundBrowser): string {
  return `Browser: Chromium ${browser.version}, ${browser.path} (from ${browser.origin})`
}

async function tryToStart(
  path: string,
): Promise<{ kind: 'started'; version: string } | { kind: 'failed'; reason: string }> {
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: browserFlags(),
      timeout: 30 * secondsMs,
    })
    const page = await browser.newPage()
    await page.setContent('<p>ready</p>')
    const version = browser.version()
    await browser.close()
    return { kind: 'started', version }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', reason: text.split('\n')[0] ?? text }
  }
}

function existing(path: string | undefined): string | undefined {
  return path !== undefined && existsSync(path) ? path : undefined
}

function onPath(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
    if (found !== '') return found
  }
  return undefined
}

function installWithPlaywright(): string | undefined {
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], downloadMs)
  return existing(chromium.executablePath())
}

function installWithApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  if (run('apt-get', ['update', '-qq'], aptMs)) {
    run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', 'chromium'],
      aptMs,
    )
  }
  return onPath()
}

/**
 * The package unpacks into the system's temporary folder and takes what lies there already, whoever put it and
 * however old; so it is given a folder of its own.
 */
function unpackSparticuz(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = resolve('node_modules/.cache/sparticuz-chromium')
  mkdirSync(folder, { recursive: true })
  const unpack =
    "import('@sparticuz/chromium').then(it => it.default.executablePath()).then(path => process.stdout.write(path))"
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
    encoding: 'utf8',
    timeout: downloadMs,
    env: { TMPDIR: folder },
  })
  return ended.status === 0 ? existing(ended.stdout.trim()) : undefined
}

/** True when the command ended well within its time. Its output is nobody's business unless it fails. */
function run(command: string, parameters: string[], timeoutMs: number): boolean {
  const ended = spawnSync(command, parameters, {
    timeout: timeoutMs,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  return ended.status === 0
}
