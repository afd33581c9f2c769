/* Builds the browser part into dist/client and the server into dist/server. */
import { build } from 'vite'

const logLevel = 'warn'
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
