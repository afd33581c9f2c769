import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import { build } from 'vite'
import type { Contestant } from './contestants.ts'

/** The built pages: a folder for each contestant, named as it is. */
export interface Pages {
  readonly folder: string
  /** Bytes of each contestant's scripts, compressed. */
  readonly scriptBytes: ReadonlyMap<string, number>
  remove(): Promise<void>
}

const project = resolve(import.meta.dirname, '../..')
const sources = join(import.meta.dirname, 'contestants')

/** Builds each contestant's page as a product is built: for production, minified, alone. */
export async function buildPages(wanted: readonly Contestant[]): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'seatmap-bench-'))
  const scriptBytes = new Map<string, number>()
  for (const { id } of wanted) {
    const outDir = join(folder, id)
    const source = join(sources, id)
    const input = (await readdir(source)).find(file => /^main\.tsx?$/.test(file))
    if (input === undefined) throw new Error(`the contestant ${id} has no main.ts`)
    await buildPage(join(source, input), outDir)
    scriptBytes.set(id, gzipSync(await readFile(join(outDir, 'page.js'))).length)
  }
  return { folder, scriptBytes, remove: () => rm(folder, { recursive: true, force: true }) }
}

/**
 * Builds one page of one script: an `index.html` with a `#root` and nothing else, its `page.js`, and what they need.
 *
 * @param input the script's source
 */
export async function buildPage(input: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    root: project,
    base: './',
    publicDir: false,
    plugins: [tailwindcss()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]', codeSplitting: false },
      },
    },
  })
  const styles = (await readdir(outDir)).filter(file => file.endsWith('.css'))
  await writeFile(join(outDir, 'index.html'), pageOf(styles))
}

const pageOf = (styles: readonly string[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>bench</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map(file => `<link rel="stylesheet" href="${file}">`).join('\n')}
<style>
html, body { margin: 0; height: 100%; overflow: hidden; background: #0d0f16; color: #b1b5c4 }
#root { height: 100%; overflow: auto }
</style>
</head><body><div id="root"></div><script type="module" src="page.js"></script></body></html>
`
