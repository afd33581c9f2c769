import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the processes of a run are started from. */
export interface Programs {
  house: string
  cloud: string
  provider: string
}

/** Builds the three programs of a run as `npm start` builds the server, because hundreds of starts have to be quick. */
export async function buildPrograms(): Promise<Programs> {
  const outDir = join(root, 'node_modules/.cache/foyer-kills')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rollupOptions: {
        input: {
          house: 'server/kills/house/main.ts',
          cloud: 'server/kills/cloud/main.ts',
          provider: 'server/payment/test-support/main.ts',
        },
      },
    },
  })
  return {
    house: join(outDir, 'house.js'),
    cloud: join(outDir, 'cloud.js'),
    provider: join(outDir, 'provider.js'),
  }
}
