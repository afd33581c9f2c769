import type { ReactNode } from 'react'
import { PosterArt } from './poster/poster-art.tsx'

interface TicketProps {
  /** The film, also what the picture is made from. */
  title: string
  code: string
  /** Small words beneath the title: language, dimension. */
  subtitle: string
  /** The facts a guest looks for, largest first: hall, date, time. */
  facts: readonly { label: string; value: string; large?: boolean }[]
  seatsLabel: string
  /** Seats as they are called: "8排 7座". */
  seats: readonly string[]
  /** The part to be torn off: QR and codes. */
  stub: ReactNode
  className?: string
}

/** A printed ticket: picture, facts and seats on warm paper; the stub beyond the perforation carries the codes. */
export function Ticket({
  title,
  code,
  subtitle,
  facts,
  seatsLabel,
  seats,
  stub,
  className = '',
}: TicketProps) {
  return (
    <article
      aria-label={title}
      className={`flex flex-col text-on-stub drop-shadow-[0_1.4rem_2.2rem_rgb(0_0_0/0.55)] ${className}`}
    >
      <div className="ticket-body overflow-hidden rounded-t-[1.75rem] bg-stub">
        <div className="relative flex min-h-44 flex-col justify-end px-7 pt-12 pb-5">
          <PosterArt name={title} code={code} untitled className="absolute inset-0" />
          <div className="absolute inset-0 bg-linear-to-t from-black/85 via-black/35 to-transparent" />
          <div className="relative text-white">
            <h2 className="font-display text-4xl leading-tight font-extrabold text-balance">{title}</h2>
            <p className="mt-1 text-base text-white/90">{subtitle}</p>
          </div>
        </div>
        <dl className="flex flex-wrap gap-x-10 gap-y-4 px-7 pt-6">
          {facts.map(fact => (
            <div key={fact.label}>
              <dt className="text-sm text-on-stub-quiet">{fact.label}</dt>
              <dd
                className={`tabular font-bold ${fact.large ? 'font-display text-4xl' : 'text-xl leading-[2.5rem]'}`}
              >
                {fact.value}
              </dd>
            </div>
          ))}
        </dl>
        <div className="px-7 pt-4 pb-7">
          <p className="text-sm text-on-stub-quiet">{seatsLabel}</p>
          <ul className="mt-1.5 flex flex-wrap gap-2">
            {seats.map(seat => (
              <li key={seat} className="rounded-xl bg-on-stub px-4 py-1.5 text-2xl font-bold text-stub">
                {seat}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div className="ticket-stub rounded-b-[1.75rem] bg-stub px-7 pt-8 pb-7">{stub}</div>
    </article>
  )
}
