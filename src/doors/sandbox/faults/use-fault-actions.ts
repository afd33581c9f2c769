import type { FaultInput, SetFault } from '#contract/sandbox-faults.ts'
import { currentLanguage } from '#src/i18n/language.ts'
import { useRemoveFault, useSetFault } from '../actions.ts'
import { tell } from '../news.ts'
import { useSandboxState } from '../queries.ts'
import { useRefusal } from '../use-refusal.ts'
import { effectOf } from './fault-words.ts'
import { faultMessages } from './messages.ts'
import { asItStood } from './presets.ts'

/** Setting and removing faults, each said and, where something was removed, undone by one press. */
export function useFaultActions() {
  const setFault = useSetFault()
  const removeFault = useRemoveFault()
  const refused = useRefusal()
  const { data: state } = useSandboxState()

  function set(fault: FaultInput): void {
    setFault.mutate(fault, {
      onSuccess() {
        const language = currentLanguage()
        tell({ tone: 'done', text: faultMessages[language].set(effectOf(fault, language)) })
      },
      onError: refused,
    })
  }
  function removed(faults: readonly SetFault[], text: string) {
    const undo = () => {
      for (const fault of faults) setFault.mutate(asItStood(fault, state?.now ?? 0), { onError: refused })
    }
    tell({ tone: 'done', text, undo })
  }
  return {
    busy: setFault.isPending || removeFault.isPending,
    set,
    remove(fault: SetFault) {
      removeFault.mutate(fault.id, {
        onSuccess() {
          const language = currentLanguage()
          removed([fault], faultMessages[language].removed(effectOf(fault.fault, language)))
        },
        onError: refused,
      })
    },
    removeAll(faults: readonly SetFault[]) {
      removeFault.mutate('all', {
        onSuccess: () => removed(faults, faultMessages[currentLanguage()].removedAll(faults.length)),
        onError: refused,
      })
    },
  }
}
