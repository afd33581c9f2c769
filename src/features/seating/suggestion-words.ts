import type { Language } from '#contract/language.ts'
import { namesInHall } from '#contract/seat-names.ts'
import type { Arrangement, NoSuggestion, Suggestion } from './best-seats.ts'
import type { HallLayout } from './layout/hall-layout.ts'

/** Where a place lies in its hall: aside of the axis, and by how many rows behind the middle one. */
export interface PlaceFacts {
  readonly side: 'centre' | 'slightly-left' | 'slightly-right' | 'left' | 'right'
  /** Negative towards the screen. */
  readonly rowsBehindMiddle: number
}

/** So many seats off the axis still count as the centre. */
const centreWithin = 1.5
/** Of half the hall's width: beyond it a place is on the side. */
const slightlyWithin = 0.5

/** As guests would say it, of the first of these seats' rows within its block. */
export function placeFacts(layout: HallLayout, seats: readonly number[]): PlaceFacts {
  const xs = seats.map(seat => layout.x[seat] ?? 0)
  const aside = (Math.min(...xs) + Math.max(...xs)) / 2 - layout.screen.x
  const half = (layout.seats.right - layout.seats.left) / 2
  const towards = aside < 0 ? 'left' : 'right'
  const far = Math.abs(aside)
  const row = layout.rows[layout.row[seats[0] ?? 0] ?? 0]
  const lines = [...new Set(layout.rows.filter(({ block }) => block === row?.block).map(({ y }) => y))]
  lines.sort((a, b) => a - b)
  const side =
    far <= centreWithin ? 'centre' : far <= half * slightlyWithin ? (`slightly-${towards}` as const) : towards
  return { side, rowsBehindMiddle: lines.indexOf(row?.y ?? 0) - Math.floor(lines.length / 2) }
}

interface SuggestionWords {
  readonly glue: string
  readonly suggested: (seats: string, why: string) => string
  readonly arrangement: Readonly<Record<Arrangement, string>>
  readonly wheelchair: string
  readonly side: Readonly<Record<PlaceFacts['side'], string>>
  readonly row: (behindMiddle: number) => string
  readonly most: (together: number) => string
  readonly onlyCouples: string
}

const words: Readonly<Record<Language, SuggestionWords>> = {
  zh: {
    glue: '，',
    suggested: (seats, why) => `为您推荐${seats}：${why}`,
    arrangement: {
      together: '连座',
      'two-rows': '前后两排',
      groups: '分组就近坐',
      apart: '分开就近坐',
      nearby: '同伴就近坐',
    },
    wheelchair: '轮椅席与同伴相邻',
    side: {
      centre: '正中',
      'slightly-left': '略偏左',
      'slightly-right': '略偏右',
      left: '靠左',
      right: '靠右',
    },
    row: behind => (behind === 0 ? '中间一排' : behind > 0 ? `中间往后${behind}排` : `中间往前${-behind}排`),
    most: together => (together > 1 ? `最多${together}座相连` : '已无连座'),
    onlyCouples: '只剩情侣座',
  },
  en: {
    glue: ', ',
    suggested: (seats, why) => `Our suggestion, ${seats}: ${why}`,
    arrangement: {
      together: 'together',
      'two-rows': 'in two rows behind each other',
      groups: 'in groups close by',
      apart: 'apart but close by',
      nearby: 'companions close by',
    },
    wheelchair: 'wheelchair space with companions beside it',
    side: {
      centre: 'centre',
      'slightly-left': 'a little to the left',
      'slightly-right': 'a little to the right',
      left: 'on the left',
      right: 'on the right',
    },
    row: behind => {
      if (behind === 0) return 'middle row'
      const rows = Math.abs(behind) === 1 ? '1 row' : `${Math.abs(behind)} rows`
      return behind > 0 ? `${rows} behind the middle` : `${rows} before the middle`
    },
    most: together => (together > 1 ? `only ${together} together are left` : 'no two together are left'),
    onlyCouples: 'only couple seats are left',
  },
}

/** Why these seats: "Our suggestion, row 7 seats 5, 6: together, centre, 2 rows behind the middle". */
export function suggestionSentence(layout: HallLayout, suggestion: Suggestion, language: Language): string {
  const said = words[language]
  const { seats, arrangement, mostTogether, onlyCouples } = suggestion
  const withWheelchair = seats.some(seat => layout.hall.seats.type[seat] === 'W')
  const { side, rowsBehindMiddle } = placeFacts(layout, seats)
  const inOnePlace = arrangement === 'together' || arrangement === 'two-rows'
  const reasons = [
    onlyCouples && said.onlyCouples,
    mostTogether !== undefined && said.most(mostTogether),
    seats.length > 1 &&
      (withWheelchair && arrangement === 'together' ? said.wheelchair : said.arrangement[arrangement]),
    inOnePlace && said.side[side],
    inOnePlace && said.row(rowsBehindMiddle),
  ]
  const why = reasons.filter(reason => reason !== false && reason !== undefined).join(said.glue)
  return said.suggested(namesInHall(layout.hall, seats, language), why)
}

interface NoneWords {
  readonly atThisPrice: string
  readonly 'sold-out': string
  readonly 'too-few': (left: number) => string
  readonly 'only-couples': string
  readonly 'no-legal': string
  readonly 'no-wheelchair-place': string
}

const noneWords: Readonly<Record<Language, NoneWords>> = {
  zh: {
    atThisPrice: '这个价位',
    'sold-out': '已售完',
    'too-few': left => `只剩${left}个座位`,
    'only-couples': '只剩情侣座，须成对购买',
    'no-legal': '的余座都会留下单个空座',
    'no-wheelchair-place': '已没有空的轮椅席',
  },
  en: {
    atThisPrice: 'At this price ',
    'sold-out': 'everything is sold',
    'too-few': left => (left === 1 ? 'only 1 seat is left' : `only ${left} seats are left`),
    'only-couples': 'only couple seats are left, sold in pairs',
    'no-legal': 'every choice would leave a single seat',
    'no-wheelchair-place': 'no wheelchair space is free',
  },
}

/** Why nothing is suggested, in one sentence. */
export function noSuggestionSentence(reason: NoSuggestion, atThisPrice: boolean, language: Language): string {
  const said = noneWords[language]
  const why = reason.kind === 'too-few' ? said['too-few'](reason.left) : said[reason.kind]
  const sentence = `${atThisPrice ? said.atThisPrice : ''}${why}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
