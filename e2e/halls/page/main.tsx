import { createRoot } from 'react-dom/client'
import '#src/main.css'
import '#src/features/seating/seating.css'
import { halls } from '../halls.ts'
import { drawWordsAsBars } from './bars.ts'
import { ShownHall } from './shown-hall.tsx'
import { ShownPicker } from './shown-picker.tsx'

// `?hall=vip-24` draws the hall alone, `&in=phone` or `&in=kiosk` in the seat picker of that door.
// Words are drawn as bars, with `&words=letters` as letters.
const asked = new URLSearchParams(location.search)
const planned = halls.find(({ id }) => id === asked.get('hall'))
const root = document.getElementById('root')
if (!planned || !root) throw new Error('there is no such hall')
if (asked.get('words') !== 'letters') drawWordsAsBars()
const density = asked.get('in')
createRoot(root).render(
  density === 'phone' || density === 'kiosk' ? (
    <ShownPicker planned={planned} density={density} />
  ) : (
    <ShownHall planned={planned} />
  ),
)
