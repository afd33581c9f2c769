import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { browserFlags } from './browser-flags.ts'
import { writeQrFilm } from './camera.ts'

interface Camera {
  /** Holds a QR code that says this before the camera; call it before the page opens the camera. */
  hold(text: string): void
}

/** Playwright's `test` in a browser whose camera sees what the test holds before it. */
export const test = base.extend<object, { cameraFile: string; camera: Camera }>({
  cameraFile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern, even an empty one.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'foyer-camera-'))
      const file = join(folder, 'film.y4m')
      writeQrFilm('nothing yet', file)
      await use(file)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  camera: [
    ({ cameraFile }, use) => use({ hold: text => writeQrFilm(text, cameraFile) }),
    { scope: 'worker' },
  ],
  launchOptions: [
    ({ launchOptions, cameraFile }, use) => use({ ...launchOptions, args: browserFlags({ cameraFile }) }),
    { scope: 'worker' },
  ],
})
