import { useConnection } from '#src/features/catalog/queries.ts'
import { CameraPanel } from '#src/features/pickup/camera/camera-panel.tsx'
import type { CodeEntry } from '#src/features/pickup/code-entry.ts'
import { CodeForm } from '#src/features/pickup/code-form.tsx'
import { pickupMessages } from '#src/features/pickup/messages.ts'
import type { TicketSearch } from '#src/features/pickup/queries.ts'
import { ScannerHint } from '#src/features/pickup/scanner-hint.tsx'
import { SearchNotice } from '#src/features/pickup/search-notice.tsx'
import { useMessages } from '#src/i18n/messages.ts'
import { useNow } from '#src/lib/use-now.ts'
import { buttonClass } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { pickupDoorMessages } from './messages.ts'
import { PickupFrame } from './pickup-frame.tsx'
import type { ReadBy } from './use-readings.ts'

interface StartScreenProps {
  shared: boolean
  search: TicketSearch
  entry: CodeEntry
  onEntry: (entry: CodeEntry) => void
  /** A code was just read that is not a ticket's. */
  misread: ReadBy | undefined
  onCameraText: (text: string) => void
}

/** Three ways to one's tickets, side by side: camera, hand scanner, code and four digits. */
export function StartScreen({ shared, search, entry, onEntry, misread, onCameraText }: StartScreenProps) {
  const t = useMessages(pickupMessages)
  const door = useMessages(pickupDoorMessages)
  const cloud = useConnection()
  const waitMs = useWaitMs(search.waitUntilMs)
  const byToken = search.asked?.by === 'token'
  return (
    <PickupFrame
      title={t.title}
      lead={shared ? t.lead : t.leadPhone}
      shared={shared}
      width="wide"
      tools={
        <a href={shared ? '/kiosk' : '/checkout'} className={`${buttonClass({ kind: 'quiet' })} px-4`}>
          <Icon name="film" />
          {door.buy}
        </a>
      }
    >
      <div className="mb-4 space-y-4 empty:hidden md:mb-6">
        {cloud === 'down' && search.problem === undefined && (
          <Notice tone="warning" title={t.cloudDown}>
            {t.cloudDownHint}
          </Notice>
        )}
        {byToken && <SearchNotice search={search} waitMs={waitMs} />}
      </div>
      <div
        className={`grid gap-4 md:grid-cols-2 md:gap-6 ${shared ? 'wide:grid-cols-[1fr_1fr_2.1fr]' : 'md:items-start'}`}
      >
        <Card className="flex p-5 md:p-7">
          <CameraPanel
            className="w-full"
            onText={onCameraText}
            busy={search.busy && byToken}
            notTicket={misread === 'camera'}
            fixed={shared}
          />
        </Card>
        {shared && (
          <Card className="flex p-7">
            <ScannerHint busy={search.busy && byToken} notTicket={misread === 'scanner'} />
          </Card>
        )}
        <Card className={`p-5 md:p-7 ${shared ? 'col-span-2 wide:col-span-1' : ''}`}>
          <CodeForm
            entry={entry}
            onEntry={onEntry}
            onFind={search.find}
            busy={search.busy && !byToken}
            waitMs={waitMs}
            keypad={shared}
            notice={!byToken && <SearchNotice search={search} waitMs={waitMs} />}
          />
        </Card>
      </div>
    </PickupFrame>
  )
}

/** Milliseconds left to wait, counted down each second. */
function useWaitMs(untilMs: number | undefined): number {
  const now = useNow()
  return untilMs === undefined ? 0 : Math.max(0, untilMs - now)
}
