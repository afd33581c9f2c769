import { useMessages } from '#src/i18n/messages.ts'
import { pickupMessages } from './messages.ts'

/** A hand scanner needs no button; this only says that it may be used, and that it was heard. */
export function ScannerHint({ busy, notTicket }: { busy: boolean; notTicket: boolean }) {
  const t = useMessages(pickupMessages)
  return (
    <section aria-label={t.scannerTitle} className="flex w-full flex-col gap-5">
      <div className="grid aspect-square w-full place-items-center rounded-[1.25rem] bg-ink-950 ring-1 ring-inset ring-ink-700">
        <ScannerDrawing />
      </div>
      <div className="flex flex-1 flex-col">
        <h2 className="font-display text-2xl font-bold">{t.scannerTitle}</h2>
        <p role="status" className="mt-1.5 mb-4 flex-1 text-base text-mist">
          {busy ? (
            <strong className="text-leaf">{t.cameraFound}</strong>
          ) : notTicket ? (
            <strong className="text-coral">{t.cameraNotTicket}</strong>
          ) : (
            t.scannerHint
          )}
        </p>
        <p className="flex min-h-12 items-center justify-center gap-3 font-semibold">
          <span aria-hidden="true" className="size-3 animate-breathe rounded-full bg-leaf" />
          {t.scannerReady}
        </p>
      </div>
    </section>
  )
}

/** A scanner throws its light on a ticket. */
function ScannerDrawing() {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" className="w-4/5" fill="none">
      <defs>
        <linearGradient id="scanner-light" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--color-lamp)" stopOpacity="0.75" />
          <stop offset="1" stopColor="var(--color-lamp)" stopOpacity="0.06" />
        </linearGradient>
      </defs>
      <path d="M54 44 22 96h76L66 44Z" fill="url(#scanner-light)" className="animate-breathe" />
      <rect
        x="46"
        y="12"
        width="28"
        height="34"
        rx="8"
        className="fill-ink-800 stroke-ink-600"
        strokeWidth="1.5"
      />
      <path d="M51 40h18" className="stroke-lamp" strokeWidth="3" strokeLinecap="round" />
      <path d="M60 12V4" className="stroke-ink-600" strokeWidth="3" strokeLinecap="round" />
      <g transform="translate(34 78)">
        <path
          className="fill-stub"
          d="M0 4a4 4 0 0 1 4-4h44a4 4 0 0 1 4 4v6a4 4 0 0 0 0 8v6a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4v-6a4 4 0 0 0 0-8Z"
        />
        <path className="stroke-on-stub" strokeWidth="1.4" d="M9 9h16M9 14h11M9 19h13" />
        <path
          className="fill-on-stub"
          d="M32 6h5v5h-5zM41 6h5v5h-5zM32 16h5v5h-5zM39 7h1v4h-1zM38 13h3v2h-3zM43 13h3v2h-3zM39 17h2v4h-2zM42 18h4v3h-4z"
        />
      </g>
    </svg>
  )
}
