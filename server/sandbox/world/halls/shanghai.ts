import { type HallDesign, mainSectionId, secondSectionId, singleSection } from '../hall.ts'

/** Cinema 112: side aisles, a wide hall, shaking seats, and sections that claim the same coordinates. */
export const shanghaiHalls: readonly HallDesign[] = [
  {
    hallId: '1',
    name: '1号激光厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: singleSection([
      'ooo oooooooooooo ooo',
      'ooo oooooooooooo ooo',
      'ooo oooooooooooo ooo',
      'ooo oooooooooooo ooo',
      'ooo ooooooHHoooo ooo',
      'ooo oooooooooooo ooo',
      'ooo oooooooooooo ooo',
      'oxo oooooooooooo ooo',
      'ooo oooooooooooo WWo',
    ]),
    areas: [
      {
        code: 'A001',
        name: '黄金区',
        ofStandard: 0.95,
        sectionId: mainSectionId,
        within: { x: [7, 14], y: [4, 7] },
      },
    ],
    prices: ['settle', 'area'],
    priceFen: 7800,
  },
  {
    hallId: '2',
    name: '2号宽幕厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: singleSection(
      [
        '    ooooooo  oooooooooooo  ooooooo',
        '  ooooooooo  oooooooooooo  ooooooooo',
        ' oooooooooo  oooooooooooo  oooooooooo',
        'ooooooooooo  oooooooooooo  ooooooooooo',
        'ooooooooooo  oooooooooooo  ooooooooooo',
        'ooooooooooo  oooooooooooo  ooooooooooo',
        'WWooooooooo  oooooooooooo  oooooooooWW',
      ],
      { columnLabels: 'odd-even' },
    ),
    areas: [],
    prices: ['channel', 'settle'],
    priceFen: 6800,
  },
  {
    hallId: '3',
    name: '4D 动感厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['4D'],
    plans: singleSection(
      [
        'ZZZZ  ZZZZ  ZZZZ',
        'ZZZZ  ZZZZ  ZZZZ',
        'ZZZZ  ZZZZ  ZZZZ',
        '',
        'ZZZZ  ZZZZ  ZZZZ',
        'ZZZZ  ZZZZ  ZZZZ',
        'oooo  oooo  oooo',
      ],
      { rowLabels: 'letters' },
    ),
    areas: [],
    prices: ['settle'],
    priceFen: 9000,
  },
  {
    hallId: '4',
    name: '4号臻享厅',
    type: 'Y',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: [
      {
        from: '2015-11-14',
        // Both sections start at 1, 1: each was drawn on its own sheet, as in the example of specification 4.3.5.
        sections: [
          {
            sectionId: mainSectionId,
            name: '普通区',
            rows: [
              'oooooooooo',
              'oooooooooo',
              'oooooooooo',
              'oooooooooo',
              'oooooooooo',
              'ooooxooooo',
              'WWoooooooo',
            ],
          },
          {
            sectionId: secondSectionId,
            name: '贵宾区',
            rows: ['oo oo oo', 'oo oo oo', 'LR LR LR'],
            rowLabels: 'letters',
          },
        ],
      },
    ],
    areas: [{ code: 'A001', name: '贵宾区', ofStandard: 1.5, sectionId: secondSectionId }],
    prices: ['area', 'area', 'settle'],
    priceFen: 7200,
  },
]
