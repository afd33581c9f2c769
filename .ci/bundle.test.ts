import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sandboxChannel } from '../server/sandbox/sandbox.ts'
import { checkBundle } from './bundle.ts'
import { oneFailed, onePassed } from './steps.ts'

const app = "fetch('/api/holds')"

/** A folder as a build leaves it. */
function built(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bundle-'))
  mkdirSync(join(folder, 'assets'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('a bundle that knows nothing passes', () => {
  expect(checkBundle(built({ 'index.html': '<p>Foyer</p>', 'assets/app.js': app }))).toEqual(onePassed)
})

test.each([
  ['the secret', { 'assets/app.js': `${app};"${sandboxChannel.secret}"` }],
  ['the key of card passwords', { 'assets/app.js': `${app};"${sandboxChannel.cardKey}"` }],
  ['a signature', { 'assets/app.js': app, 'assets/sign.js': 'function hexMD5(){}' }],
  ['a cipher', { 'assets/app.js': `${app};name="AES-128-CBC"` }],
  ['an upstream name', { 'assets/app.js': app, 'index.html': '<!-- ykse.partner.seat.getSeats -->' }],
  ['a source map that tells it', { 'assets/app.js': app, 'assets/app.js.map': '{"sources":["md5.ts"]}' }],
])('%s in the bundle is found', (_, files) => {
  expect(checkBundle(built(files))).toEqual(oneFailed)
})

test('an empty folder is not a clean bundle', () => {
  expect(checkBundle(built({}))).toEqual(oneFailed)
})
