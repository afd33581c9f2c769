import { defineConfig } from '@playwright/test'
import { describeBrowser, obtainBrowser } from './support/browser.ts'
import { browserFlags } from './support/browser-flags.ts'
import { givenChromium, onBuildMachine, rememberChromium } from './support/environment.ts'

const atKiosk = /\/kiosk\/.*\.spec\.ts$/
const onPhone = /\/phone\/.*\.spec\.ts$/

/** Every journey runs on the built server with a sandbox cloud and a database of its own (support/foyer.ts). */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: onBuildMachine,
  // A whole sale with its servers' start: long enough for a machine three times as slow as ours.
  timeout: 180_000,
  expect: {
    timeout: 15_000,
    // The same pictures for every system. Dark colours lie so near each other that a coarser eye would miss a sold
    // seat; what other versions of the browser draw differently lies at edges, which are not compared.
    toHaveScreenshot: {
      pathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
      threshold: 0.03,
      maxDiffPixelRatio: 0.002,
    },
  },
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserFlags(), executablePath: await browserPath() },
  },
  // A spec below `kiosk/` runs in both orientations, unless a title says @portrait or @landscape; one below
  // `phone/` on a phone; any other says itself what it needs.
  projects: [
    {
      name: 'kiosk-portrait',
      testMatch: atKiosk,
      grepInvert: /@landscape/,
      use: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
    },
    {
      name: 'kiosk-landscape',
      testMatch: atKiosk,
      grepInvert: /@portrait/,
      use: { viewport: { width: 1920, height: 1080 }, hasTouch: true },
    },
    {
      name: 'phone',
      testMatch: onPhone,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
    { name: 'any', testIgnore: [atKiosk, onPhone] },
  ],
})

/** Playwright reads this file again in every worker; they are handed the browser that was found first. */
async function browserPath(): Promise<string> {
  if (givenChromium !== undefined) return givenChromium
  const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
  const found = await obtainBrowser(say)
  say(describeBrowser(found))
  rememberChromium(found.path)
  return found.path
}
