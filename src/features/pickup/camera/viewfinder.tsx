import type { ReactNode } from 'react'
import { Icon } from '#src/ui/icon.tsx'
import { Spinner } from '#src/ui/spinner.tsx'
import type { CameraState } from './use-camera.ts'
import './viewfinder.css'

interface ViewfinderProps {
  state: CameraState['kind'] | 'found'
  /** There is or will be a picture; a phone keeps the frame folded away otherwise. */
  shown: boolean
  /** A screen that guests hold their codes to gives it all the room there is. */
  large: boolean
  /** The camera's picture. */
  children: ReactNode
}

const brackets =
  'M4 26V14A10 10 0 0 1 14 4H26M74 4H86A10 10 0 0 1 96 14V26M96 74V86A10 10 0 0 1 86 96H74M26 96H14A10 10 0 0 1 4 86V74'

/** The square a code is held into: corners, a line of light while it looks, a drawing while it sleeps. */
export function Viewfinder({ state, shown, large, children }: ViewfinderProps) {
  return (
    <div
      className={`relative aspect-square w-full overflow-hidden rounded-[1.25rem] bg-ink-950 ring-1 ring-inset ring-ink-700 ${shown ? 'grid' : 'hidden md:grid'} ${large ? '' : 'mx-auto max-w-96'} place-items-center`}
    >
      {children}
      {state === 'off' && <PhoneDrawing />}
      {state === 'asking' && <Spinner className="size-14 text-lamp" />}
      {state === 'blocked' && <Icon name="alert" className="size-16 text-coral" />}
      {state === 'found' && <Icon name="check" className="size-24 text-leaf" />}
      {state === 'scanning' && (
        <div className="absolute inset-[15%] overflow-hidden rounded-2xl" aria-hidden="true">
          <div className="h-full viewfinder-sweep bg-linear-to-t from-lamp/45 to-transparent to-25% motion-reduce:hidden" />
        </div>
      )}
      <svg
        viewBox="0 0 100 100"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        className={`absolute inset-[12%] size-[76%] transition-colors ${state === 'found' ? 'text-leaf' : state === 'scanning' ? 'text-lamp' : 'text-ink-600'}`}
      >
        <path d={brackets} />
      </svg>
    </div>
  )
}

/** A phone that shows a code. */
function PhoneDrawing() {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" className="w-3/5" fill="none">
      <rect
        x="34"
        y="8"
        width="52"
        height="104"
        rx="9"
        className="fill-ink-800 stroke-ink-600"
        strokeWidth="1.5"
      />
      <rect x="39" y="16" width="42" height="84" rx="4" className="fill-ink-950" />
      <rect x="44" y="34" width="32" height="32" rx="3" className="fill-paper" />
      <path
        className="fill-ink-950"
        d="M47 37h8v8h-8zM65 37h8v8h-8zM47 55h8v8h-8zM58 37h3v4h-3zM57 44h5v3h-5zM58 50h3v4h-3zM65 49h4v4h-4zM71 55h2v3h-2zM64 57h5v3h-5zM58 59h3v4h-3zM47 49h4v3h-4zM70 61h3v2h-3z"
      />
      <path className="fill-paper" d="M49 39h4v4h-4zM67 39h4v4h-4zM49 57h4v4h-4z" />
      <path className="fill-ink-950" d="M50 40h2v2h-2zM68 40h2v2h-2zM50 58h2v2h-2z" />
      <rect x="46" y="74" width="28" height="3" rx="1.5" className="fill-ink-600" />
      <rect x="50" y="81" width="20" height="3" rx="1.5" className="fill-ink-700" />
      <path d="M54 106h12" className="stroke-ink-600" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
