import { defineConfig } from '@playwright/test'
import { browserFlags } from './support/browser-flags.ts'
import { givenChromium, onBuildMachine } from './support/environment.ts'

/** Every journey runs on the built server with a sandbox cloud and a database of its own (support/foyer.ts). */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: onBuildMachine,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      args: browserFlags(),
      ...(givenChromium !== undefined && { executablePath: givenChromium }),
    },
  },
})
