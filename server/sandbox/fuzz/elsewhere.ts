import { attempt, http, type Maker, oneOf } from './attempt.ts'
import { contentTypes } from './broken-http.ts'
import { hostileValue } from './hostile.ts'

/* What does not go to `/route`: strange paths, and the control interface asked wrongly. */

const strangePaths = [
  '/',
  '//',
  '/route/',
  '/Route',
  '/route%00',
  '/route/../control/state',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/.env',
  '/favicon.ico',
  '/api/cinemas',
  '/control',
  '/controls/state',
  '/sandboxes',
  '/sandbox/../../package.json',
  '/sandbox/%2e%2e/x',
  '/sandbox/assets/../../x.js',
  '/sandbox/.env',
  '/sandbox/nothing.js',
  '/?api=x',
  '*',
  '/\u00e9',
  `/${'a/'.repeat(200)}`,
]
const unknownPath: Maker = ({ random }) => {
  const method = oneOf(random, ['GET', 'GET', 'POST', 'HEAD'])
  return attempt('an unknown path', http(method, oneOf(random, strangePaths)), {
    toHead: method === 'HEAD',
    target: 'elsewhere',
  })
}

/** Bodies of the control interface that would be right but for the name that no control knows. */
const controlBodies: readonly [path: string, body: object][] = [
  ['faults', { kind: 'lose-answer', api: 'seat.lockSeats' }],
  ['faults', { kind: 'quirk', quirk: 'no-envelope', times: 'always' }],
  ['clock', { forwardMs: 60_000 }],
  ['crowd', { buyersPerMinute: 60 }],
  ['sell', { scheduleId: '1', seatIds: ['0000000000000001-1-01'] }],
  ['reset', {}],
]
const wrongControl: Maker = ({ random }) => {
  const [path, body] = oneOf(random, controlBodies)
  const [name = 'forwardMs'] = Object.keys(body)
  const wrong = { ...body, [oneOf(random, [name, 'nobody', 'times'])]: hostileValue(random), stranger: 1 }
  const type = random() < 0.85 ? 'application/json' : oneOf(random, contentTypes)
  const text =
    random() < 0.8
      ? JSON.stringify(wrong)
      : oneOf(random, ['{', '[]', 'null', '"x"', '1e400', '{"forwardMs":1e-7}', '\u0000', '{"__proto__":1}'])
  return attempt(
    'a wrong control',
    http('POST', `/control/${path}`, { headers: [`content-type: ${type}`], body: text }),
    { target: 'elsewhere' },
  )
}

const controlReads = [
  'state',
  'calls?after=0',
  'calls?after=-1',
  'calls?after=1e9',
  'calls?after=%zz',
  'shows',
  'shows?cinemaLinkId=681&day=2026-11-24',
  'shows?cinemaLinkId=__proto__&day=2026-11-24',
  'shows?day=x',
  'shows/0',
  'shows/999999999999',
  'shows/-1',
  'shows/1/2',
  'shows/%00',
  'nothing',
  '',
  'constructor',
  '__proto__',
  'state/1',
  '..%2froute',
  '//x',
  'cards?',
  '?',
]
const controlRead: Maker = ({ random }) => {
  const method = random() < 0.8 ? 'GET' : 'DELETE'
  return attempt('a control that is read', http(method, `/control/${oneOf(random, controlReads)}`), {
    refused: false,
    target: 'elsewhere',
  })
}

/** By how often each is tried. */
export const sentElsewhere: readonly [number, Maker][] = [
  [2, unknownPath],
  [3, wrongControl],
  [1, controlRead],
]
