/**
 * Looks at a screen while developing:
 * `npx tsx e2e/support/shoot.ts <url> <out.png> <width> <height> [zh|en] [steps...]`
 *
 * Steps run in the order given: `--click role:name`, `--fill label:text`, `--at x,y` (a click into the canvas),
 * `--press Key`, `--wait text`, `--full` (the whole page, not just the window). Errors of the page are printed.
 */
import { chromium, type Page } from '@playwright/test'
import { describeBrowser, obtainBrowser } from './browser.ts'
import { browserFlags } from './browser-flags.ts'

type Step = (page: Page) => Promise<unknown>

const usage =
  'npx tsx e2e/support/shoot.ts <url> <out.png> <width> <height> [zh|en] ' +
  '[--click role:name] [--fill label:text] [--at x,y] [--press Key] [--wait text] [--full]'

const steps: Record<string, (value: string) => Step> = {
  '--click': value => {
    const [role, name] = halves(value, ':')
    const selector = name === '' ? `role=${role}` : `role=${role}[name=/${asPattern(name)}/i]`
    return page => page.locator(selector).first().click()
  },
  '--fill': value => {
    const [label, text] = halves(value, ':')
    return page => page.getByLabel(label).first().fill(text)
  },
  '--at': value => {
    const [x, y] = halves(value, ',')
    return page => page.mouse.click(Number(x), Number(y))
  },
  '--press': value => page => page.keyboard.press(value),
  '--wait': value => page => page.getByText(value).first().waitFor(),
}

const [url, file, width, height, ...rest] = process.argv.slice(2)
if (url === undefined || file === undefined || !Number(width) || !Number(height)) fail(usage)
else await shoot(url, file, { width: Number(width), height: Number(height) }, rest)

async function shoot(
  address: string,
  out: string,
  viewport: { width: number; height: number },
  words: string[],
): Promise<void> {
  const full = words.includes('--full')
  const remaining = words.filter(word => word !== '--full')
  const english = remaining[0] === 'en'
  if (remaining[0] === 'en' || remaining[0] === 'zh') remaining.shift()
  const script = planned(remaining)

  const found = await obtainBrowser(say)
  say(describeBrowser(found))
  const browser = await chromium.launch({ executablePath: found.path, args: browserFlags() })
  try {
    const context = await browser.newContext({
      viewport,
      hasTouch: true,
      isMobile: viewport.width < 500,
      locale: english ? 'en-US' : 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['camera'],
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    page.on('pageerror', error => say(`page error: ${error.message}`))
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') say(`console: ${message.text()}`)
    })
    await page.goto(address, { waitUntil: 'load' })
    await settled(page)
    for (const step of script) {
      await step(page)
      await settled(page)
    }
    await page.screenshot({ path: out, fullPage: full })
    say(`${out} (${page.url()})`)
  } finally {
    await browser.close()
  }
}

/** Until fonts are there and the line has been quiet; a live stream never gets quiet, so it isn't waited for long. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

function planned(words: string[]): Step[] {
  const script: Step[] = []
  for (let at = 0; at < words.length; at += 2) {
    const make = steps[words[at] ?? '']
    const value = words[at + 1]
    if (make === undefined || value === undefined) fail(`What is ${words[at]}?\n${usage}`)
    else script.push(make(value))
  }
  return script
}

function asPattern(name: string): string {
  return name.replace(/[\\/.*+?^${}()|[\]]/g, '\\$&')
}

function halves(value: string, mark: string): [string, string] {
  const at = value.indexOf(mark)
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}
