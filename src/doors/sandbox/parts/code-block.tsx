import { CopyButton } from './copy-button.tsx'

/** Text for a machine, to be read, selected or copied. Long lines wrap, so nothing is out of sight. */
export function CodeBlock({ text, what }: { text: string; what: string }) {
  return (
    <div className="relative rounded-xl bg-ink-950 ring-1 ring-inset ring-ink-700">
      <pre className="mono max-h-96 overflow-auto p-3 pr-24 text-xs leading-relaxed break-all whitespace-pre-wrap">
        {text}
      </pre>
      <div className="absolute top-1.5 right-1.5">
        <CopyButton text={text} what={what} />
      </div>
    </div>
  )
}
