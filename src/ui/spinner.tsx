/** A turning ring in the colour of the text around it; the words beside it say what is going on. */
export function Spinner({ className = 'size-[1.2em]' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={`animate-spin ${className}`} fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.25" strokeWidth="3" />
      <path d="M12 3a9 9 0 0 1 9 9" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}

/** Where something will stand in a moment; give it the size of that thing. */
export function Skeleton({ className = '' }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={`animate-shimmer rounded-2xl bg-[linear-gradient(100deg,var(--color-ink-850)_40%,var(--color-ink-800)_50%,var(--color-ink-850)_60%)] bg-[length:200%_100%] ${className}`}
    />
  )
}
