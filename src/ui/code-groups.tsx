/** A long code in groups of four, as people read numbers out; copied or read by a machine it is one word. */
export function CodeGroups({ code }: { code: string }) {
  const groups = code.length > 6 ? (code.match(/.{1,4}/g) ?? []) : [code]
  return groups.map((group, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: groups of a code may be equal and never move
    <span key={i} className="mr-[0.35em] inline-block last:mr-0">
      {group}
    </span>
  ))
}
