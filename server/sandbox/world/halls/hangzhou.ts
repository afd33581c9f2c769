import { type HallDesign, mainSectionId, singleSection } from '../hall.ts'

/** Cinema 58: lettered rows with odd and even sides, rows counted from the back, a hall about to be rebuilt. */
export const hangzhouHalls: readonly HallDesign[] = [
  {
    hallId: '1',
    name: '湖心厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: singleSection(
      [
        '  oooooo    oooooo',
        ' ooooooo    ooooooo',
        ' ooooooo    ooooooo',
        'oooooooo    oooooooo',
        'oooooooo    oooooooo',
        'oooooooo    oooooooo',
        'oooooooo    oooooooo',
        'oooooooooooooooooooo',
        'WWoooooooooooooooooo',
      ],
      { rowLabels: 'letters', columnLabels: 'odd-even' },
    ),
    areas: [
      {
        code: 'A001',
        name: '黄金区',
        ofStandard: 0.95,
        sectionId: mainSectionId,
        within: { x: [4, 17], y: [4, 7] },
      },
    ],
    prices: ['area', 'settle'],
    priceFen: 5600,
  },
  {
    hallId: '2',
    name: '竹影厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D'],
    plans: singleSection(
      [
        'ooooooooo',
        'ooooooooo',
        'ooooooooo',
        'oooxooooo',
        'ooooooooo',
        'ooooooooo',
        'ooooooooo',
        'LRLR oLRo',
      ],
      { rowLabels: 'numbers-from-back', columnLabels: 'from-right' },
    ),
    areas: [],
    prices: ['settle', 'channel'],
    priceFen: 5200,
  },
  {
    hallId: '3',
    name: '听雨厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D'],
    plans: [
      {
        from: '2014-05-01',
        sections: [{ sectionId: mainSectionId, name: '普通区', rows: Array(9).fill('oooooooooooooo') }],
      },
      {
        from: '2019-03-08',
        sections: [
          {
            sectionId: mainSectionId,
            name: '普通区',
            rows: [
              'oooooo  oooooo',
              'oooooo  oooooo',
              'oooooo  oooooo',
              'oooooo  oooooo',
              'oooooo  oooooo',
              'ooooxo  oooooo',
              'oooooo  oooooo',
              'Wooooooooooooo',
            ],
          },
        ],
      },
      {
        // Three days from now the last rows have become sofas.
        from: { daysAfterFirst: 3 },
        sections: [
          {
            sectionId: mainSectionId,
            name: '普通区',
            rows: [
              'oooooo  oooooo',
              'oooooo  oooooo',
              'oooooo  oooooo',
              'oooooo  oooooo',
              'oooooo  oooooo',
              '',
              'LR LR    LR LR',
              'LR LR    LR LR',
            ],
          },
        ],
      },
    ],
    areas: [],
    prices: ['settle'],
    priceFen: 4800,
  },
]
