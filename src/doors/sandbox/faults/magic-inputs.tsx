import type { SandboxState } from '#contract/sandbox-control.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Panel } from '../parts/panel.tsx'
import { faultMessages } from './messages.ts'

/** Inputs that bring a fault of themselves, as the sandbox describes them. */
export function MagicInputs({ magic }: { magic: SandboxState['magic'] }) {
  const t = useMessages(faultMessages)
  return (
    <Panel title={t.magic}>
      <p className="mb-3 text-sm text-mist">{magic.length > 0 ? t.magicHint : t.magicNone}</p>
      {magic.length > 0 && (
        <table className="w-full text-left text-sm">
          <thead>
            <tr className="text-xs text-mist">
              <th scope="col" className="pr-4 pb-1 font-normal">
                {t.input}
              </th>
              <th scope="col" className="pr-4 pb-1 font-normal">
                {t.value}
              </th>
              <th scope="col" className="pb-1 font-normal">
                {t.effect}
              </th>
            </tr>
          </thead>
          <tbody>
            {magic.map(({ input, value, effect }) => (
              <tr key={`${input} ${value}`} className="border-t border-ink-700 align-baseline">
                <td className="py-1.5 pr-4">{input}</td>
                <td className="mono py-1.5 pr-4 text-xs">{value}</td>
                <td lang="en" className="py-1.5 text-mist">
                  {effect}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
