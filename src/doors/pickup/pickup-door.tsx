import { useState } from 'react'
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import { type CodeEntry, emptyEntry } from '#src/features/pickup/code-entry.ts'
import { useTicketSearch } from '#src/features/pickup/queries.ts'
import { useWedge } from '#src/features/pickup/use-wedge.ts'
import { resetLanguage } from '#src/i18n/language.ts'
import { FindingScreen } from './finding-screen.tsx'
import { dropToken, keepToken } from './kept-token.ts'
import { PrivacyGuard } from './privacy-guard.tsx'
import './pickup.css'
import { useContrastOnDocument } from '#src/ui/contrast.ts'
import { useSharedScreen } from './shared-screen.ts'
import { StartScreen } from './start-screen.tsx'
import { TicketScreen } from './ticket-screen.tsx'
import { useArrivingToken } from './use-arriving-token.ts'
import { useReadings } from './use-readings.ts'

/**
 * The pickup door: a guest with a QR or a code, at a screen in the foyer or on her own phone. What was found
 * lives in this component alone; leaving the ticket leaves nothing behind.
 */
export function PickupDoor() {
  useContrastOnDocument()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const shared = useSharedScreen()
  const [entry, setEntry] = useState<CodeEntry>(emptyEntry)
  const search = useTicketSearch(found => {
    if (!shared) keepToken(found.token)
    setEntry(emptyEntry)
    void navigate('/pickup/ticket', { replace: pathname === '/pickup/ticket' })
  })

  const { misread, read, rest } = useReadings(token => search.find({ by: 'token', token }))

  function leave() {
    if (search.ticket) rest(search.ticket.token)
    search.forget()
    setEntry(emptyEntry)
    dropToken()
    if (shared) resetLanguage()
    void navigate('/pickup', { replace: true })
  }

  const personal = search.ticket !== undefined || entry.code !== '' || entry.pin !== ''
  useWedge(text => {
    // Its keys may have landed in a field.
    setEntry(emptyEntry)
    read('scanner', text)
  })
  useArrivingToken(shared, token => search.find({ by: 'token', token }))

  return (
    <PrivacyGuard active={shared && personal} onGone={leave}>
      <Routes>
        <Route
          path="/pickup"
          element={
            !shared && search.busy && search.asked?.by === 'token' ? (
              <FindingScreen />
            ) : (
              <StartScreen
                shared={shared}
                search={search}
                entry={entry}
                onEntry={setEntry}
                misread={misread}
                onCameraText={text => read('camera', text)}
              />
            )
          }
        />
        <Route
          path="/pickup/ticket"
          element={
            search.ticket ? (
              <TicketScreen shared={shared} ticket={search.ticket} search={search} onLeave={leave} />
            ) : (
              <Navigate to="/pickup" replace />
            )
          }
        />
        <Route path="*" element={<Navigate to="/pickup" replace />} />
      </Routes>
    </PrivacyGuard>
  )
}
