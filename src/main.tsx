import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { createQueryClient } from './api/query-client.ts'
import { DocumentLanguage } from './i18n/document-language.tsx'
import { Announcer } from './ui/announcer.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { Spinner } from './ui/spinner.tsx'
import './main.css'

/** Each door is a bundle of its own: a phone never loads what only a kiosk needs. */
const doors: Readonly<Record<string, () => Promise<{ default: ComponentType }>>> = {
  kiosk: () => import('./doors/kiosk/kiosk-door.tsx').then(door => ({ default: door.KioskDoor })),
  checkout: () => import('./doors/checkout/checkout-door.tsx').then(door => ({ default: door.CheckoutDoor })),
  pickup: () => import('./doors/pickup/pickup-door.tsx').then(door => ({ default: door.PickupDoor })),
}

const name = location.pathname.split('/')[1] ?? ''
const load =
  doors[name] ??
  (() => import('./doors/welcome/welcome-page.tsx').then(page => ({ default: page.WelcomePage })))
const Door = lazy(load)

document.documentElement.dataset['door'] = name in doors ? name : 'welcome'

// A screen that was open over an update asks for files that are gone: the new page knows their names. One that
// fails right after its start would only fail again.
const settledMs = 5_000
addEventListener('vite:preloadError', () => {
  if (performance.now() > settledMs) location.reload()
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <BrowserRouter>
        <DocumentLanguage />
        <Announcer />
        <ErrorBoundary homeHref={name in doors ? `/${name}` : '/'}>
          <Suspense
            fallback={
              <div className="grid min-h-dvh place-items-center text-lamp">
                <Spinner className="size-14" />
              </div>
            }
          >
            <Door />
          </Suspense>
        </ErrorBoundary>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
)
