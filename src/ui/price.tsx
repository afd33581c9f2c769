/** "¥45.50" with a small sign and small decimals, as prices are set in print. `label` comes formatted. */
export function Price({ label, className = '' }: { label: string; className?: string }) {
  const [, sign = '', whole = label, rest = ''] = /^(¥?)(\d+)(\.\d+)?$/.exec(label) ?? []
  return (
    <span className={`tabular whitespace-nowrap font-bold ${className}`}>
      <span className="mr-[0.06em] text-[0.68em] font-semibold">{sign}</span>
      {whole}
      <span className="text-[0.68em]">{rest}</span>
    </span>
  )
}
