import { describe, expect, it } from 'vitest'
import type { Hall } from '#contract/hall.ts'
import { layoutOf } from '../layout/hall-layout.ts'
import { seatingMessages } from '../messages.ts'
import { seatLooks } from '../seat-look.ts'
import { drawHall } from '../test-hall.ts'
import { sectionTags } from './section-tags.ts'

const { hall: plain, sold } = drawHall(
  { name: 'A', rows: ['ooos', 'oxHo'] },
  { name: 'B', rows: ['ssss'], origin: { x: 8, y: 1 } },
)
/** The second row of A is dearer. */
const hall: Hall = {
  ...plain,
  bands: [
    { id: 'near', kind: 'base', ticketFen: 4500, feeFen: 300 },
    { id: 'far', kind: 'area', ticketFen: 6050, feeFen: 300 },
  ],
  seats: { ...plain.seats, band: [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0] },
}

function tagsOf(language: 'zh' | 'en', shownBand?: number) {
  const layout = layoutOf(hall)
  const looks = seatLooks(layout, { unavailable: sold, own: new Set() }, shownBand)
  return sectionTags(layout, looks, seatingMessages[language])
}

describe('what stands on a section seen from afar', () => {
  it.each([
    ['zh', [['¥48起', '¥48+'], ['余5']], [['售罄']]],
    ['en', [['from ¥48', '¥48+'], ['5 left']], [['Sold out']]],
  ] as const)('is its name, least price and what is left, in %s', (language, a, b) => {
    expect(tagsOf(language).map(({ name, details }) => [name, details])).toEqual([
      ['A', a],
      ['B', b],
    ])
  })

  it('counts only what the guest wants to see', () => {
    const [a, b] = tagsOf('en', 1)
    expect(a).toMatchObject({ details: [['from ¥63.50', '¥63.50+'], ['2 left']], band: 1, share: 0.25 })
    expect(b).toMatchObject({ details: [['Sold out']], band: undefined, share: 0 })
  })

  it('says of seats that the guest does not want to see neither that they are left nor that they are sold', () => {
    const layout = layoutOf(hall)
    const looks = seatLooks(layout, { unavailable: new Set(), own: new Set() }, 1)
    const b = sectionTags(layout, looks, seatingMessages.en)[1]
    expect(b).toMatchObject({ name: 'B', details: [], band: undefined, share: 0 })
  })

  it('is nothing in a hall of one section', () => {
    const layout = layoutOf(drawHall({ rows: ['ooo'] }).hall)
    expect(sectionTags(layout, new Uint8Array(3), seatingMessages.en)).toEqual([])
  })
})
