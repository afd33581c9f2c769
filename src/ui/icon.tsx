const paths = {
  back: 'M14.5 5 8 12l6.5 7',
  forward: 'M9.5 5 16 12l-6.5 7',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17.5 19.5 7',
  alert: 'M12 4 3 20h18L12 4Zm0 6v4.5m0 2.6v.1',
  info: 'M12 11v6m0-9.6v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  clock: 'M12 7v5l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-9-9h18M12 3c2.6 2.6 3.8 5.6 3.8 9s-1.2 6.4-3.8 9c-2.6-2.6-3.8-5.6-3.8-9S9.4 5.6 12 3Z',
  type: 'M3 19 8.5 6 14 19M5 15h7m3.5 4 3-8 3 8m-5-2.6h4',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-18v18m2-16.6v15.2m2-14v12.8m2-10.6v8.4',
  lower: 'M4 4h16M12 8v11m0 0 5-5m-5 5-5-5',
  raise: 'M4 20h16M12 16V5m0 0 5 5m-5-5-5 5',
  ticket: 'M4 7h16v3.2a2 2 0 0 0 0 3.6V17H4v-3.2a2 2 0 0 0 0-3.6V7Zm10 0v10',
  seat: 'M7 12V6.5A2.5 2.5 0 0 1 9.5 4h5A2.5 2.5 0 0 1 17 6.5V12m-13-1a1.6 1.6 0 0 1 3 .8V14h10v-2.2a1.6 1.6 0 0 1 3-.8v7H4v-7Zm3 7v2m10-2v2',
  phone: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm2.5 15h3',
  refund: 'M4 9h11a5 5 0 0 1 0 10H8M4 9l4-4M4 9l4 4',
  film: 'M4 5h16v14H4V5Zm4 0v14m8-14v14M4 9.5h4m-4 5h4m8-5h4m-4 5h4',
  erase: 'M9 6h11v12H9l-6-6 6-6Zm3 3.5 5 5m0-5-5 5',
  calendar: 'M4 6h16v14H4V6Zm0 4.5h16M8.5 3.5V7m7-3.5V7',
  scan: 'M4 8V5a1 1 0 0 1 1-1h3m8 0h3a1 1 0 0 1 1 1v3m0 8v3a1 1 0 0 1-1 1h-3m-8 0H5a1 1 0 0 1-1-1v-3M7.5 9v6m3-6v6m2-6v6m4-6v6',
  wheelchair: 'M10 4.2v.1M10 7.5v6h4.6l2.4 5 1.8-.8M10 10h4M7.6 10.6a5 5 0 1 0 6.6 6.2',
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside a word; it says nothing by itself, so readers skip it. */
export function Icon({ name, className = 'size-[1.4em]' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
