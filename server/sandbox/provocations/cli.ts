import { writeFileSync } from 'node:fs'
import { codesPage } from './codes-page.ts'
import { chapters } from './provocations.ts'

/** `npm run sandbox:codes`: writes docs/sandbox-codes.md anew. */
const page = new URL('../../../docs/sandbox-codes.md', import.meta.url)
writeFileSync(page, codesPage(chapters))
process.stdout.write('docs/sandbox-codes.md is written\n')
