import { Link } from 'react-router'
import { useMessages } from '#src/i18n/messages.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { Icon, type IconName } from '#src/ui/icon.tsx'
import { LanguageSwitch } from '#src/ui/language-switch.tsx'
import { toggleComfort, useComfort } from './comfort-store.ts'
import { kioskMessages } from './messages.ts'

/** The lower edge, in everybody's reach: one step back on the left, language and comfort on the right. */
export function KioskBar({ back }: { back?: string | undefined }) {
  const t = useMessages(kioskMessages)
  const { largeType, highContrast, lowered } = useComfort()
  return (
    <nav
      aria-label={t.tools}
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-t border-ink-700/70 bg-ink-950 px-8 py-4"
    >
      {back === undefined ? (
        <span className="font-display text-xl font-bold text-mist" aria-hidden="true">
          Foyer
        </span>
      ) : (
        <Link to={back} className={buttonClass({ kind: 'quiet', size: 'regular' })}>
          <Icon name="back" />
          {t.back}
        </Link>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <LanguageSwitch />
        <Aid icon="type" label={t.largeType} on={largeType} onPress={() => toggleComfort('largeType')} />
        <Aid
          icon="contrast"
          label={t.highContrast}
          on={highContrast}
          onPress={() => toggleComfort('highContrast')}
        />
        <Aid
          icon={lowered ? 'raise' : 'lower'}
          label={lowered ? t.raise : t.lower}
          on={lowered}
          onPress={() => toggleComfort('lowered')}
        />
      </div>
    </nav>
  )
}

interface AidProps {
  icon: IconName
  label: string
  on: boolean
  onPress: () => void
}

function Aid({ icon, label, on, onPress }: AidProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className="inline-flex min-h-12 items-center gap-2 rounded-2xl px-3.5 font-semibold hover:bg-ink-800 active:bg-ink-700 aria-pressed:bg-ink-800 aria-pressed:text-lamp"
    >
      <Icon name={icon} />
      <span className="text-sm">{label}</span>
    </button>
  )
}
