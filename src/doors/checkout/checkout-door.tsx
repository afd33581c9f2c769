import { Navigate, Route, Routes } from 'react-router'
import { useContrastOnDocument } from '#src/ui/contrast.ts'
import './checkout.css'
import { CinemasScreen } from './cinemas-screen.tsx'
import { FilmScreen } from './film-screen.tsx'
import { FilmsScreen } from './films-screen.tsx'
import { GoToPaidOrder } from './go-to-paid-order.tsx'
import { OrderScreen } from './order-screen.tsx'
import { SeatsScreen } from './seats-screen.tsx'

/** The checkout: a guest with her own phone or desktop. The address is the navigation; nothing is wiped for idleness. */
export function CheckoutDoor() {
  useContrastOnDocument()
  return (
    <>
      <GoToPaidOrder />
      <Routes>
        <Route path="/checkout" element={<FilmsScreen />} />
        <Route path="/checkout/cinemas" element={<CinemasScreen />} />
        <Route path="/checkout/films/:filmCode" element={<FilmScreen />} />
        <Route path="/checkout/shows/:showId" element={<SeatsScreen />} />
        <Route path="/checkout/orders/:orderId" element={<OrderScreen />} />
        <Route path="*" element={<Navigate to="/checkout" replace />} />
      </Routes>
    </>
  )
}
