import type { ReactNode } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { seatingMessages } from './messages.ts'

interface MapButtonsProps {
  onZoom: (factor: number) => void
  onFit: () => void
  /** Further buttons about how the map looks. */
  children?: ReactNode
}

const step = 1.5

/** Zoom for those who do not pinch, and the way back to the whole hall. */
export function MapButtons({ onZoom, onFit, children }: MapButtonsProps) {
  const words = useMessages(seatingMessages)
  const buttons = [
    { label: words.zoomIn, icon: 'M12 6v12M6 12h12', press: () => onZoom(step) },
    { label: words.zoomOut, icon: 'M6 12h12', press: () => onZoom(1 / step) },
    { label: words.fit, icon: 'M9 5H5v4m10-4h4v4m0 6v4h-4m-6 0H5v-4', press: onFit },
  ]
  return (
    <div className="flex shrink-0 gap-1.5 in-data-[density=kiosk]:gap-2">
      {children}
      {buttons.map(({ label, icon, press }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          onClick={press}
          className="grid size-12 place-items-center in-data-[density=kiosk]:size-15 rounded-full bg-ink-850/85 text-paper ring-1 ring-ink-700 ring-inset active:bg-ink-700"
        >
          <svg
            viewBox="0 0 24 24"
            className="size-6"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            <path d={icon} />
          </svg>
        </button>
      ))}
    </div>
  )
}
