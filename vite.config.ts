import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Where `npm run dev` finds the server; the browser only ever talks to one origin. */
const devServer = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`
/** The server is told the host that the browser asked for: it answers pages of its own origin only. */
const toDevServer = { target: devServer, changeOrigin: false }

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Nothing is inlined: the content security policy allows files of ours, not data addresses.
  build: { outDir: 'dist/client', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': toDevServer, '/phone-pay': toDevServer } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', '.ci/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
})
