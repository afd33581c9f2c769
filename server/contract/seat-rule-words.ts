import type { Hall } from './hall.ts'
import type { Language, Text } from './language.ts'
import { namesInHall } from './seat-names.ts'
import type { SeatRule } from './seat-rule.ts'

/**
 * What is said of each rule, by the map before an order and by the server when it refuses one. `seats` come in as
 * words; a sentence may begin with them.
 */
export const seatRuleWords = {
  zh: {
    'not-a-seat': () => '座位图已更新，请重新选择',
    damaged: (seats: string) => `${seats}正在维修，不出售`,
    'held-back': (seats: string) => `${seats}为影院保留座，不对外出售`,
    sold: (seats: string) => `${seats}已售，请选其他座位`,
    'taken-meanwhile': (seats: string) => `${seats}刚刚被别人买走，请另选座位`,
    'couple-half-sold': (seats: string) => `${seats}是情侣座，另一半已不可售`,
    limit: (_seats: string, most: number) => `每单最多选${most}个座位，可先取消一个再选`,
    'couple-split': (seats: string) => `情侣座成对出售，${seats}须与另一半一起买`,
    'one-section': () => '一单的座位须在同一场区',
    'one-area': () => '一单的座位须在同一价格区',
    'companion-seat': (seats: string) => `${seats}紧邻轮椅席，请留给轮椅观众的同伴`,
    'single-gap': (seats: string) => `${seats}会成为单个空座`,
  },
  en: {
    'not-a-seat': () => 'The seat map has changed; please choose again',
    damaged: (seats: string) => `${seats} is out of order and not for sale`,
    'held-back': (seats: string) => `${seats} is held back by the cinema and not for sale`,
    sold: (seats: string) => `${seats} is sold; please choose another seat`,
    'taken-meanwhile': (seats: string) => `${seats} just went to somebody else; please choose again`,
    'couple-half-sold': (seats: string) =>
      `${seats} is half of a couple seat whose other half is not available`,
    limit: (_seats: string, most: number) => `An order may have ${most} seats at most; take one out first`,
    'couple-split': (seats: string) => `Couple seats are sold in pairs: ${seats} lacks its other half`,
    'one-section': () => 'Seats of one order have to be in one section',
    'one-area': () => 'Seats of one order have to be in one price area',
    'companion-seat': (seats: string) => `${seats}: kept for the companion of a wheelchair user`,
    'single-gap': (seats: string) => `This would leave a single seat empty: ${seats}`,
  },
} as const satisfies Record<Language, Record<SeatRule, (seats: string, most: number) => string>>

/** Said when no choice of this size keeps to the rules any more, so that nobody looks for one. */
export const noOtherChoiceWords = {
  zh: '已没有别的选法，可以照此购买',
  en: 'No other choice is left, so you may take these',
} as const satisfies Text

/** The sentence about seats whose names are known. */
export function sentenceOfRule(rule: SeatRule, names: string, most: number, language: Language): string {
  const sentence = seatRuleWords[language][rule](names, most)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** The sentence about seats of a hall, the same wherever it is said. */
export function ruleSentence(
  hall: Pick<Hall, 'seats' | 'sections' | 'maxSeats'>,
  violation: { readonly rule: SeatRule; readonly seats: readonly number[] },
  language: Language,
): string {
  const names = namesInHall(hall, violation.seats, language)
  return sentenceOfRule(violation.rule, names, hall.maxSeats, language)
}

/** The same in both languages, for an answer whose reader is not known yet. */
export function ruleText(
  hall: Pick<Hall, 'seats' | 'sections' | 'maxSeats'>,
  violation: { readonly rule: SeatRule; readonly seats: readonly number[] },
): Text {
  return { zh: ruleSentence(hall, violation, 'zh'), en: ruleSentence(hall, violation, 'en') }
}
