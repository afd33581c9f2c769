/*
 * Builds the browser part into dist/client, the sandbox's control page into dist/sandbox and the server into
 * dist/server; `node .ci/build.mjs sandbox` only that page.
 */
import { build } from 'vite'

const logLevel = 'warn'
const only = process.argv[2]
await build({ logLevel, mode: 'sandbox' })
if (only !== 'sandbox') {
  await build({ logLevel })
  await build({
    logLevel,
    build: {
      ssr: 'server/main.ts',
      outDir: 'dist/server',
      sourcemap: true,
      copyPublicDir: false,
      target: 'node20',
    },
  })
}
