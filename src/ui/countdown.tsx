import { minutesAndSeconds } from '#src/lib/countdown.ts'

interface CountdownProps {
  remainingMs: number
  /** What a full ring stands for. */
  totalMs: number
  /** What ends: "座位保留" / "Seats held". */
  label: string
  /** Below this the ring turns to the warning colour. */
  urgentBelowMs?: number
}

const radius = 20
const around = 2 * Math.PI * radius

/** A ring that empties beside minutes and seconds. Not live for readers: a voice every second helps nobody. */
export function Countdown({ remainingMs, totalMs, label, urgentBelowMs = 60_000 }: CountdownProps) {
  const urgent = remainingMs < urgentBelowMs
  const left = totalMs > 0 ? Math.min(1, remainingMs / totalMs) : 0
  return (
    <div
      role="timer"
      aria-label={`${label} ${minutesAndSeconds(remainingMs)}`}
      className="flex items-center gap-3"
    >
      <svg viewBox="0 0 48 48" className="size-11 -rotate-90" aria-hidden="true">
        <circle cx="24" cy="24" r={radius} fill="none" strokeWidth="5" className="stroke-ink-700" />
        <circle
          cx="24"
          cy="24"
          r={radius}
          fill="none"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - left)}
          className={`transition-[stroke-dashoffset] duration-1000 ease-linear ${urgent ? 'stroke-coral' : 'stroke-lamp'}`}
        />
      </svg>
      <div aria-hidden="true" className="leading-tight">
        <p className="text-sm text-mist">{label}</p>
        <p className={`tabular text-2xl font-bold ${urgent ? 'text-coral' : 'text-paper'}`}>
          {minutesAndSeconds(remainingMs)}
        </p>
      </div>
    </div>
  )
}
