import { Navigate, Route, Routes } from 'react-router'
import { AttractScreen } from './attract-screen.tsx'
import { useComfortOnDocument } from './comfort-store.ts'
import { FilmScreen } from './film-screen.tsx'
import { FilmsScreen } from './films-screen.tsx'
import { GoToPaidOrder } from './go-to-paid-order.tsx'
import { IdleGuard } from './idle-guard.tsx'
import { OrderScreen } from './order-screen.tsx'
import { SeatsScreen } from './seats-screen.tsx'

/** The kiosk: a guest at a touchscreen. The address is the navigation, so a reload loses nothing. */
export function KioskDoor() {
  useComfortOnDocument()
  return (
    <IdleGuard>
      <GoToPaidOrder />
      <Routes>
        <Route path="/kiosk" element={<AttractScreen />} />
        <Route path="/kiosk/films" element={<FilmsScreen />} />
        <Route path="/kiosk/films/:filmCode" element={<FilmScreen />} />
        <Route path="/kiosk/shows/:showId" element={<SeatsScreen />} />
        <Route path="/kiosk/orders/:orderId" element={<OrderScreen />} />
        <Route path="*" element={<Navigate to="/kiosk" replace />} />
      </Routes>
    </IdleGuard>
  )
}
