import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import type { Order } from '#contract/order.ts'
import { phaseOf } from '#src/features/ordering/order-rules.ts'
import { orderingKey } from '#src/features/ordering/order-stream.ts'
import { useCancel } from '#src/features/ordering/queries.ts'
import { wipeSale } from '#src/features/ordering/sale-store.ts'
import { resetPalette } from '#src/features/seating/palette-choice.ts'
import { resetLanguage } from '#src/i18n/language.ts'
import { resetComfort } from './comfort-store.ts'
import { useKioskLinks } from './kiosk-links.ts'
import { forgetPlaces } from './scroll-place.ts'

/**
 * Makes the kiosk ready for the next guest: an unpaid hold is given back, nothing of this guest stays in memory,
 * and the first screen shows. Should the cancellation get lost, the hold ends by itself.
 */
export function useLeave(): (order: Order | undefined) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const links = useKioskLinks()
  const { mutate: cancel } = useCancel()
  return useCallback(
    order => {
      if (order && phaseOf(order) === 'basket') cancel(order.id)
      wipeSale()
      resetLanguage()
      resetComfort()
      resetPalette()
      forgetPlaces()
      void navigate(links.attract, { replace: true })
      client.removeQueries({ queryKey: orderingKey })
    },
    [client, navigate, links, cancel],
  )
}
