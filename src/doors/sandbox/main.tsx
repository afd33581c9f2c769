import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { z } from 'zod'
import { DocumentLanguage } from '#src/i18n/document-language.tsx'
import { ErrorBoundary } from '#src/ui/error-boundary.tsx'
import { createSandboxClient } from './queries.ts'
import { SandboxPage } from './sandbox-page.tsx'
import './sandbox.css'

// The page's policy forbids code made from text, which zod would try.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createSandboxClient()}>
      <BrowserRouter basename="/sandbox">
        <DocumentLanguage />
        <ErrorBoundary homeHref="/sandbox">
          <SandboxPage />
        </ErrorBoundary>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
)
