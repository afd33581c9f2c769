/*
 * `npm start`: builds what has changed and hands over to the built server. Plain JavaScript without
 * dependencies, since it also has to speak when there are none yet. With --build-only it starts nothing; with
 * --sandbox it builds and starts no more than the sandbox, which is handed all that follows.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldestNode = [20, 19]
const sources = [
  '.ci/build.mjs',
  'src',
  'server',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
/** The terminal and npm both pass a Ctrl-C on; within this time it is the same one. */
const sameSignalMs = 500
const builtSandbox = ['dist/sandbox/index.html', 'dist/sandbox-server/main.js']
const built = [...builtSandbox, 'dist/client/index.html', 'dist/server/main.js']
/** What the sandbox and its control page are made of. */
const sandboxSources = [
  '.ci/build.mjs',
  'server/sandbox',
  'server/kernel',
  'src/doors/sandbox',
  'src/ui',
  'src/i18n',
  'src/lib',
  'server/contract',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** When the newest file below a path was changed, ms; a folder changes when a file in it comes or goes. */
function newest(path) {
  if (!existsSync(path)) return 0
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = oldestNode
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    stop(
      `Foyer needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Install a newer Node.`,
    )
  }
  if (!existsSync(join(root, 'node_modules'))) stop('The packages are not installed yet: run npm ci first.')
  const probe = spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], {
    cwd: root,
  })
  if (probe.status !== 0) {
    stop(
      'The database driver better-sqlite3 does not load with this Node: run npm rebuild better-sqlite3, or npm ci again.',
    )
  }
}

/** Builds when something among `from` is newer than any of `made`. */
function buildIfNeeded(what, made, from, ...only) {
  const builtAt = Math.min(...made.map(path => newest(join(root, path))))
  if (from.every(path => newest(join(root, path)) < builtAt)) return
  process.stdout.write(`Building ${what}...\n`)
  const script = join(root, '.ci/build.mjs')
  const build = spawnSync(process.execPath, [script, ...only], { cwd: root, stdio: 'inherit' })
  if (build.status !== 0) stop('The build failed; what it said stands above.')
}

/** Hands over to a built server, passes signals on, and ends as it ends. */
function serve(entry, ...args) {
  // In a group of its own: a Ctrl-C reaches it through us, and so once, however many of its ancestors pass it on.
  const server = spawn(process.execPath, ['--enable-source-maps', join(root, entry), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  let passedOnAt = Number.NEGATIVE_INFINITY
  for (const [heard, said] of [
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
    ['SIGHUP', 'SIGTERM'],
  ]) {
    process.on(heard, () => {
      const now = performance.now()
      if (now - passedOnAt < sameSignalMs) return
      passedOnAt = now
      server.kill(said)
    })
  }
  server.on('exit', code => process.exit(code ?? 1))
}

checkMachine()
const [asked, ...rest] = process.argv.slice(2)
if (asked === '--sandbox') {
  buildIfNeeded('the sandbox', builtSandbox, sandboxSources, 'sandbox')
  serve('dist/sandbox-server/main.js', ...rest)
} else {
  buildIfNeeded('Foyer', built, sources)
  if (asked !== '--build-only') serve('dist/server/main.js')
}
