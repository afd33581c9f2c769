import { useMessages } from '#src/i18n/messages.ts'
import { ControlError } from './control.ts'
import { sandboxMessages } from './messages.ts'
import { tell } from './news.ts'

/** What to do when a wish was not fulfilled: it is said, with the sandbox's own reason. */
export function useRefusal(): (error: Error) => void {
  const t = useMessages(sandboxMessages)
  return error => {
    const silent = error instanceof ControlError && error.status === 0
    tell({ tone: 'refused', text: silent ? t.unclear : t.failed(error.message) })
  }
}
