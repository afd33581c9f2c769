import { useEffect, useState } from 'react'
import { defineMessages, useMessages } from '#src/i18n/messages.ts'
import { Icon } from '#src/ui/icon.tsx'
import { ToolButton } from './tool-button.tsx'

const messages = defineMessages(
  { copy: '复制', copied: '已复制', failed: '无法复制' },
  { copy: 'Copy', copied: 'Copied', failed: 'Cannot copy' },
)
const saidMs = 1_600

/** Copies `text` and says so; `what` names it for readers when several stand on one screen. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useMessages(messages)
  const [said, setSaid] = useState<'copy' | 'copied' | 'failed'>('copy')
  useEffect(() => {
    if (said === 'copy') return
    const timer = setTimeout(() => setSaid('copy'), saidMs)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <ToolButton
      kind="quiet"
      className="min-w-20"
      aria-label={`${t[said]} ${what}`}
      onClick={() => void copy(text).then(done => setSaid(done ? 'copied' : 'failed'))}
    >
      {said === 'copied' && <Icon name="check" className="size-4 text-leaf" />}
      {t[said]}
    </ToolButton>
  )
}

/** A page that is neither on this machine nor under TLS has no clipboard; then nothing is copied. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
