import type { SandboxState } from '#contract/sandbox-control.ts'
import { FaultForm } from './fault-form.tsx'
import { MagicInputs } from './magic-inputs.tsx'
import { PresetSwitches } from './preset-switches.tsx'
import { StandingFaults } from './standing-faults.tsx'

/** What goes wrong, and the ways to make it go wrong. */
export function FaultsTab({ state }: { state: SandboxState }) {
  return (
    <div className="grid items-start gap-4 min-[900px]:grid-cols-2">
      <div className="min-w-0 min-[900px]:order-2">
        <StandingFaults faults={state.faults} />
      </div>
      <div className="min-w-0 min-[900px]:row-span-2">
        <PresetSwitches faults={state.faults} cinemas={state.cinemas} />
      </div>
      <div className="min-w-0 space-y-4 min-[900px]:order-3">
        <FaultForm state={state} />
        <MagicInputs magic={state.magic} />
      </div>
    </div>
  )
}
