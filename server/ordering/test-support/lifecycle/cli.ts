import { readFileSync, writeFileSync } from 'node:fs'
import { drawDiagram, withDiagram } from './diagram.ts'
import { allMoves } from './moves.ts'

/** `npm run lifecycle`: draws the diagram of docs/order-lifecycle.md anew from the table of rules. */
const page = new URL('../../../../docs/order-lifecycle.md', import.meta.url)
writeFileSync(page, withDiagram(readFileSync(page, 'utf8'), drawDiagram(allMoves())))
process.stdout.write('the diagram of docs/order-lifecycle.md is drawn\n')
