/** A long code in groups of four, as people read numbers out. */
export function groupsOf(code: string): readonly string[] {
  return code.length > 6 ? (code.match(/.{1,4}/g) ?? []) : [code]
}

/** A code in its groups; copied or read by a machine it is one word. */
export function CodeGroups({ code, className = '' }: { code: string; className?: string }) {
  return groupsOf(code).map((group, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: groups of a code may be equal and never move
    <span key={i} className={`mr-[0.35em] inline-block last:mr-0 ${className}`}>
      {group}
    </span>
  ))
}
