import { type HallDesign, mainSectionId, singleSection } from '../hall.ts'

/** Cinema 7788: a hall counted from the right, and a tiny one with a cut-off corner. */
export const shenzhenHalls: readonly HallDesign[] = [
  {
    hallId: '1',
    name: '1号全景声厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: singleSection(
      [
        '  ooo  oooooooooo  ooo',
        ' oooo  oooooooooo  oooo',
        ' oooo  oooooooooo  oooo',
        'ooooo  oooooooooo  ooooo',
        'ooooo  oooooooooo  ooooo',
        'ooooo  ooooHHoooo  ooooo',
        'ooooo  oooooooooo  ooooo',
        'ooooo  oooooooooo  ooxoo',
        'ooooo  oooooooooo  ooooo',
        'WWooo  oooooooooo  oooWW',
      ],
      { columnLabels: 'from-right' },
    ),
    areas: [
      {
        code: 'A001',
        name: '黄金区',
        ofStandard: 0.95,
        sectionId: mainSectionId,
        within: { x: [8, 17], y: [5, 8] },
      },
    ],
    prices: ['area', 'channel'],
    priceFen: 6900,
  },
  {
    hallId: '8',
    name: '点映厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D'],
    plans: singleSection(['   ooooo', '   ooooo', 'oooooooo', 'oooooooo', 'oooooooo', 'LR LR LR'], {
      rowLabels: 'letters-from-back',
    }),
    areas: [],
    prices: ['channel', 'settle'],
    priceFen: 5800,
  },
]
