import type { Move } from './moves.ts'

/** The diagram of docs/order-lifecycle.md: an arrow for each pair of states, with all that leads from one to the other. */
export function drawDiagram(moves: readonly Move[]): string {
  const arrows = new Map<string, string[]>()
  for (const { from, to, by } of moves) {
    const arrow = `${from} --> ${to}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), by])
  }
  return [
    'stateDiagram-v2',
    '[*] --> DRAFT: guest asks for seats or goods',
    ...[...arrows].map(([arrow, by]) => `${arrow}: ${by.join(', or ')}`),
  ].join('\n  ')
}

const block = /(?<=^```mermaid\n)stateDiagram-v2[\s\S]*?(?=\n```$)/m

/** The page with this diagram in the place of the one it has. @throws Error where it has none */
export function withDiagram(page: string, diagram: string): string {
  if (!block.test(page)) throw new Error('the page has no diagram of states')
  return page.replace(block, () => diagram)
}
