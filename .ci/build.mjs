/*
 * Builds the browser part into dist/client, the server into dist/server, the sandbox that runs alone into
 * dist/sandbox-server and its control page into dist/sandbox; `node .ci/build.mjs sandbox` only the last two.
 */
import { build } from 'vite'

const logLevel = 'warn'
const only = process.argv[2]
const server = (entry, outDir) =>
  build({
    logLevel,
    build: { ssr: entry, outDir, sourcemap: true, copyPublicDir: false, target: 'node20' },
  })

await build({ logLevel, mode: 'sandbox' })
await server('server/sandbox/main.ts', 'dist/sandbox-server')
if (only !== 'sandbox') {
  await build({ logLevel })
  await server('server/main.ts', 'dist/server')
}
