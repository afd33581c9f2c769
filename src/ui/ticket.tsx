import type { ReactNode } from 'react'
import { PosterArt } from './poster/poster-art.tsx'

interface TicketProps {
  /** The film, also what the picture is made from. */
  title: string
  code: string
  /** Small words beneath the title: language, dimension, cinema. */
  subtitle: string
  /** The facts a guest looks for; the large ones first. */
  facts: readonly { label: string; value: string; large?: boolean }[]
  seatsLabel: string
  /** Seats as they are called: "8排7座". */
  seats: readonly string[]
  /** What else the ticket is good for, below its seats. */
  more?: ReactNode
  /** The part to be torn off: QR and codes. */
  stub: ReactNode
  className?: string
}

/**
 * A printed ticket: picture, facts and seats on warm paper; the stub beyond the perforation carries the codes.
 * It stands upright, larger where it may be, and lies down where there is room for that.
 */
export function Ticket({
  title,
  code,
  subtitle,
  facts,
  seatsLabel,
  seats,
  more,
  stub,
  className = '',
}: TicketProps) {
  return (
    <div className={`@container ${className}`}>
      <article
        aria-label={title}
        className="flex flex-col text-on-stub drop-shadow-[0_1.4rem_2.2rem_rgb(0_0_0/0.55)] @min-[54rem]:flex-row"
      >
        <div className="ticket-body min-w-0 overflow-hidden rounded-t-[1.75rem] bg-stub @min-[54rem]:flex-1 @min-[54rem]:rounded-l-[1.75rem] @min-[54rem]:rounded-tr-none">
          <div className="relative flex min-h-44 flex-col justify-end px-7 pt-12 pb-5 @3xl:min-h-80 @3xl:px-10 @3xl:pb-8 @min-[54rem]:min-h-52 @min-[54rem]:pb-6">
            <PosterArt name={title} code={code} untitled className="absolute inset-0" />
            <div className="absolute inset-0 bg-linear-to-t from-black/85 via-black/30 to-transparent" />
            <div className="relative text-white">
              <h2 className="font-display text-4xl leading-tight font-extrabold text-balance @3xl:text-6xl @min-[54rem]:text-5xl">
                {title}
              </h2>
              <p className="mt-1 text-base text-white/90 @3xl:text-xl @min-[54rem]:text-lg">{subtitle}</p>
            </div>
          </div>
          <dl className="flex flex-wrap gap-x-10 gap-y-4 px-7 pt-6 @3xl:gap-x-14 @3xl:px-10 @3xl:pt-8">
            {facts.map(fact => (
              <div key={fact.label}>
                <dt className="text-sm text-on-stub-quiet @3xl:text-base">{fact.label}</dt>
                <dd
                  className={`tabular leading-snug font-bold ${fact.large ? 'font-display text-4xl @3xl:text-5xl @min-[54rem]:text-4xl' : 'text-2xl leading-[2.9rem] @3xl:text-3xl @3xl:leading-[4.1rem] @min-[54rem]:text-2xl @min-[54rem]:leading-[3.1rem]'}`}
                >
                  {fact.value}
                </dd>
              </div>
            ))}
          </dl>
          <div className="px-7 pt-4 pb-7 @3xl:px-10 @3xl:pb-10">
            <p className="text-sm text-on-stub-quiet @3xl:text-base">{seatsLabel}</p>
            <ul className="mt-1.5 flex flex-wrap gap-2">
              {seats.map(seat => (
                <li
                  key={seat}
                  className="rounded-xl bg-on-stub px-4 py-1.5 text-2xl font-bold text-stub @3xl:text-3xl @min-[54rem]:text-2xl"
                >
                  {seat}
                </li>
              ))}
            </ul>
            {more}
          </div>
        </div>
        <div className="ticket-stub rounded-b-[1.75rem] bg-stub px-7 pt-8 pb-7 @3xl:px-10 @3xl:pt-12 @3xl:pb-10 @min-[54rem]:grid @min-[54rem]:w-80 @min-[54rem]:items-center @min-[54rem]:rounded-r-[1.75rem] @min-[54rem]:rounded-bl-none @min-[54rem]:py-8">
          {stub}
        </div>
      </article>
    </div>
  )
}
