import { useEffect, useState } from 'react'

/** The device's clock in epoch ms, renewed every `everyMs`; the component renders again each time. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
