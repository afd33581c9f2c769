import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

/*
 * An arrow that must not be drawn goes unnoticed when its rule has a slip in a pattern. So a small house is built
 * here that breaks every rule once, and each rule has to say so.
 */

const config = resolve('.ci/structure.cjs')
const Config = z.object({ forbidden: z.array(z.object({ name: z.string() })) })
const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

/** Rule, the file that breaks it, what that file imports. */
const arrows: [rule: string, from: string, to: string][] = [
  ['unresolvable', 'src/lib/lost.ts', './nowhere.ts'],
  ['contract-knows-only-zod', 'server/contract/order.ts', '../kernel/clock.ts'],
  ['contract-knows-only-zod', 'server/contract/seat.ts', 'konva'],
  ['browser-reaches-the-server-through-the-contract', 'src/lib/now.ts', '../../server/kernel/clock.ts'],
  ['server-never-imports-the-browser', 'server/kernel/uuid.ts', '../../src/lib/uuid.ts'],
  ['browser-has-no-node', 'src/lib/path.ts', 'node:path'],
  ['kernel-knows-no-domain', 'server/kernel/cache.ts', '../catalog/catalog.ts'],
  ['settings-know-no-domain', 'server/config/env.ts', '../catalog/catalog.ts'],
  ['moviecloud-stands-alone', 'server/moviecloud/client.ts', '../config/env.ts'],
  ['domains-speak-to-the-cloud-through-the-gateway', 'server/catalog/films.ts', '../moviecloud/transport.ts'],
  ['sandbox-is-another-party', 'server/sandbox/sign.ts', '../moviecloud/sign.ts'],
  ['only-the-composition-root-knows-the-sandbox', 'server/http/control.ts', '../sandbox/sandbox.ts'],
  ['conformance-knows-the-protocol-alone', 'server/conformance/client.ts', '../moviecloud/transport.ts'],
  ['conformance-knows-the-protocol-alone', 'server/conformance/run.ts', '../sandbox/sandbox.ts'],
  ['conformance-is-a-command-of-its-own', 'server/http/check.ts', '../conformance/run.ts'],
  ['journal-and-payment-stand-below-ordering', 'server/journal/sql-store.ts', '../ordering/engine.ts'],
  ['journal-and-payment-stand-below-ordering', 'server/payment/provider.ts', '../catalog/catalog.ts'],
  ['http-is-the-outermost', 'server/pickup/pickup.ts', '../http/guards.ts'],
  ['catalog-knows-no-domain-above', 'server/catalog/a.ts', '../seating/hall.ts'],
  ['seating-knows-no-domain-above', 'server/seating/a.ts', '../pricing/offer.ts'],
  ['concessions-knows-no-domain-above', 'server/concessions/a.ts', '../pricing/offer.ts'],
  ['cards-knows-no-domain-above', 'server/cards/a.ts', '../pricing/offer.ts'],
  ['pricing-knows-no-domain-above', 'server/pricing/a.ts', '../ordering/engine.ts'],
  ['ordering-knows-no-domain-above', 'server/ordering/a.ts', '../pickup/find.ts'],
  ['pickup-knows-no-domain-above', 'server/pickup/a.ts', '../reconciliation/compare.ts'],
  ['live-knows-no-domain-above', 'server/live/a.ts', '../staff/sessions.ts'],
  ['reconciliation-knows-no-domain-above', 'server/reconciliation/a.ts', '../staff/sessions.ts'],
  ['the-simulation-and-the-kills-are-no-part-of-the-house', 'server/ordering/b.ts', './simulation/live.ts'],
  ['the-simulation-and-the-kills-are-no-part-of-the-house', 'server/app.ts', './kills/run.ts'],
  ['konva-lives-in-the-canvas', 'src/features/seating/map.ts', 'konva'],
  ['peers-of-the-seat-map-stay-in-its-bench', 'src/features/seating/peer.ts', 'seatchart'],
  ['canvas-knows-no-query-and-no-store', 'src/features/seating/canvas/stage.ts', 'zustand'],
  ['ui-knows-no-router-no-query-no-feature', 'src/ui/link.ts', 'react-router'],
  ['ui-knows-no-router-no-query-no-feature', 'src/ui/seat.ts', '../features/seating/seats.ts'],
  ['features-know-no-door', 'src/features/ordering/pay.ts', '../../doors/kiosk/wipe.ts'],
  ['a-door-knows-no-other-door', 'src/doors/kiosk/a.ts', '../checkout/b.ts'],
  ['a-door-knows-no-other-door', 'src/doors/pickup/a.ts', '../kiosk/b.ts'],
  // A circle of types alone is one too.
  ['no-circles', 'src/lib/egg.ts', './hen.ts'],
]
const lonely = ['no-orphans', 'src/lib/lonely.ts'] as const
const packages = ['konva', 'zustand', 'react-router', 'seatchart']

test('every rule of the structure has been broken here', () => {
  const { forbidden } = Config.parse(createRequire(import.meta.url)(config))
  const broken = new Set([...arrows.map(([rule]) => rule), lonely[0]])
  expect(forbidden.map(rule => rule.name).filter(name => !broken.has(name))).toEqual([])
})

test('and each of them says so', () => {
  const house = mkdtempSync(join(tmpdir(), 'foyer-structure-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), text)
  }
  const own = new Set(arrows.map(([, from]) => from))
  for (const [, from, to] of arrows) {
    const target = join(dirname(from), to)
    if (to.startsWith('.') && !to.includes('nowhere') && !own.has(target))
      write(target, 'export type It = 1\n')
  }
  for (const [, from, to] of arrows) write(from, `import type { It } from '${to}'\nexport type Own = It\n`)
  write('src/lib/hen.ts', "import type { Own } from './egg.ts'\nexport type It = Own\n")
  write(lonely[1], 'export type It = 1\n')
  write('package.json', '{"type":"module"}')
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`)
    write(`node_modules/${name}/index.js`, '')
  }

  const depcruise = resolve('node_modules/.bin/depcruise')
  const run = spawnSync(depcruise, ['--config', config, '--output-type', 'json', 'src', 'server'], {
    cwd: house,
    encoding: 'utf8',
  })
  const { violations } = Report.parse(JSON.parse(run.stdout)).summary
  const said = new Set(violations.map(({ from, rule }) => `${rule.name} ${from}`))
  const expected = [...arrows.map(([rule, from]) => `${rule} ${from}`), lonely.join(' ')]
  expect(expected.filter(line => !said.has(line))).toEqual([])
})
