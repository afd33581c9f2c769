/** A table of Markdown with its columns in line, as the formatter wants it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map(cells => widthOf(cells[column] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`
  return [head, widths.map(width => '-'.repeat(width)), ...rows].map(line).join('\n')
}

/** How many columns of a terminal a text takes: a Chinese character, or its punctuation, takes two. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[\u2e80-\ua4cf\uff01-\uff60]/g)?.length ?? 0)
