import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Where `npm run dev` finds the server; the browser only ever talks to one origin. */
const devServer = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`
/** The server is told the host that the browser asked for: it answers pages of its own origin only. */
const toDevServer = { target: devServer, changeOrigin: false }

// Nothing is inlined: the content security policy allows files of ours, not data addresses.
const build = { emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 }
const plugins = [react(), tailwindcss()]

/** `--mode sandbox` makes the sandbox cloud's control page, a bundle of its own that no guest is ever sent. */
export default defineConfig(({ mode }) =>
  mode === 'sandbox'
    ? {
        plugins,
        root: 'src/doors/sandbox',
        base: '/sandbox/',
        publicDir: false,
        build: { ...build, outDir: '../../../dist/sandbox' },
        server: { proxy: { '/control': 'http://127.0.0.1:8800' } },
      }
    : {
        plugins,
        build: { ...build, outDir: 'dist/client' },
        server: { proxy: { '/api': toDevServer, '/phone-pay': toDevServer } },
        test: {
          include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', '.ci/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          // A database server of a test's own is started and ended in hooks.
          hookTimeout: 60_000,
        },
      },
)
