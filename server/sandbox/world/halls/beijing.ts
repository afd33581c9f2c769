import { type HallDesign, mainSectionId, secondSectionId, singleSection } from '../hall.ts'

const leftWingId = '0000000000000003'
const rightWingId = '0000000000000004'

/** One wing of the arena; the other is the same seen in a mirror. */
const wing = [
  '      ooooo',
  '     oooooo',
  '    ooooooo',
  '   oooooooo',
  '  ooooooooo',
  ' oooooooooo',
  'ooooooooooo',
  'ooooooooooo',
  'ooooooooooo',
  'ooooooooooo',
  'ooooooooooo',
  'ooooooooooo',
]
const mirrored = (rows: readonly string[]) =>
  rows.map(row => [...row.padEnd(11)].reverse().join('').trimEnd())

/** Cinema 92: an arena of 1,200 places in four sections, a theatre with a balcony, a fan-shaped hall. */
export const beijingHalls: readonly HallDesign[] = [
  {
    hallId: '1',
    name: '光影大剧场',
    type: 'N',
    size: 'DMAX',
    dimensionals: ['2D', '3D'],
    plans: [
      {
        from: '2015-11-14',
        sections: [
          {
            sectionId: mainSectionId,
            name: '池座',
            origin: { x: 15, y: 1 },
            rows: [
              '    oooooo    oooooooooooooooooooo    oooooo',
              '   ooooooo    oooooooooooooooooooo    ooooooo',
              '  oooooooo   oooooooooooooooooooooo   oooooooo',
              '  oooooooo   oooooooooooooooooooooo   oooooooo',
              ' ooooooooo  oooooooooooooooooooooooo  ooooooooo',
              ' ooooooooo  oooooooooooooooooooooooo  ooooooooo',
              'oooooooooo  oooooooooooooooooooooooo  oooooooooo',
              'oooooooooo  ooooooooooooHHHHoooooooo  oooooooooo',
              'oooooooooo  oooooooooooooooooooooooo  oooooooooo',
              'oooooooooo  oooooooooooooooooooooooo  oooooooooo',
              'ooooxooooo  oooooooooooooooooooooooo  ooooooxooo',
              'oooooooooo  oooooooooooooooooooooooo  oooooooooo',
              'WWWWoooooo  oooooooooooooooooooooooo  ooooooWWWW',
            ],
          },
          {
            sectionId: secondSectionId,
            name: '看台',
            origin: { x: 12, y: 17 },
            rows: [
              ' oooooooooooo  oooooooooooooooooooooooo  oooooooooooo',
              ' oooooooooooo  oooooooooooooooooooooooo  oooooooooooo',
              ' oooooooooooo  oooooooooooooooooooooooo  oooooooooooo',
              'ooooooooooooo  oooooooooooooooooooooooo  ooooooooooooo',
              'ooooooooooooo  oooooooooooooooooooooooo  ooooooooooooo',
              'ooooooooooooo  oooooooooooooooooooooooo  ooooooooooooo',
              'ooooooooooooo  oooooooooooooooooooooooo  ooooooooooooo',
              'ooooooooooooo  ooooooooxooooooooooooooo  ooooooooooooo',
              'ooooooooooooo  oooooooooooooooooooooooo  ooooooooooooo',
            ],
          },
          { sectionId: leftWingId, name: '左翼', origin: { x: 1, y: 2 }, rows: wing },
          { sectionId: rightWingId, name: '右翼', origin: { x: 66, y: 2 }, rows: mirrored(wing) },
        ],
      },
    ],
    areas: [
      {
        code: 'A001',
        name: '尊享区',
        ofStandard: 1.2,
        sectionId: mainSectionId,
        within: { x: [27, 50], y: [6, 10] },
      },
      {
        code: 'A002',
        name: '优选区',
        ofStandard: 0.95,
        sectionId: mainSectionId,
        within: { x: [27, 50], y: [3, 13] },
      },
      {
        code: 'A003',
        name: '看台中区',
        ofStandard: 0.82,
        sectionId: secondSectionId,
        within: { x: [27, 50], y: [17, 20] },
      },
      { code: 'A004', name: '左翼', ofStandard: 0.6, sectionId: leftWingId },
      { code: 'A005', name: '右翼', ofStandard: 0.6, sectionId: rightWingId },
    ],
    prices: ['area', 'area', 'settle'],
    priceFen: 8600,
  },
  {
    hallId: '2',
    name: '2号楼座厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: [
      {
        from: '2015-11-14',
        sections: [
          {
            sectionId: mainSectionId,
            name: '楼下',
            rowLabels: 'letters',
            rows: [
              '   ooooooo  ooooooo',
              '  oooooooo  oooooooo',
              ' ooooooooo  ooooooooo',
              ' ooooooooo  ooooooooo',
              'oooooooooo  oooooooooo',
              'oooooooooo  oooooooooo',
              'oooooooooo  oooooooooo',
              'WWoooooooo  ooooooooWW',
            ],
          },
          {
            sectionId: secondSectionId,
            name: '楼座',
            origin: { x: 1, y: 12 },
            rows: ['ooooo  oooooooo  ooooo', 'ooooo  oooooooo  ooooo', 'LR LR  LRLRLRLR  LR LR'],
          },
        ],
      },
    ],
    areas: [],
    prices: ['settle'],
    priceFen: 6500,
  },
  {
    hallId: '3',
    name: '3号弧形厅',
    type: 'N',
    size: 'NORMAL',
    dimensionals: ['2D', '3D'],
    plans: singleSection([
      '        oooooo',
      '      oooooooooo',
      '    oooooooooooooo',
      '   oooooooooooooooo',
      '  oooooooooooooooooo',
      ' oooooooooooooooooooo',
      ' oooooooooHHooooooooo',
      'oooooooooooooooooooooo',
      'oooooooooooooooooooooo',
      '  oooooooooooooooooo',
      '     WWoooooooooo',
    ]),
    areas: [],
    prices: ['channel', 'settle'],
    priceFen: 6000,
  },
]
