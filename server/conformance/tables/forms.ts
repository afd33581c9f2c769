/** How strictly something is held against its table. */
export type Mode = 'strict' | 'tolerant'

/** What a text has to look like, beyond its type. */
export interface Form {
  /** For people: what was wanted. */
  readonly wanted: string
  /** The whole list, where it is one. */
  readonly words?: readonly string[]
  holds(text: string, mode: Mode): boolean
}

const form = (wanted: string, strict: RegExp, tolerant = strict): Form => ({
  wanted,
  holds: (text, mode) => (mode === 'strict' ? strict : tolerant).test(text),
})

const twoDecimals = /^\d+\.\d\d$/
const signedTwoDecimals = /^-?\d+\.\d\d$/
const upToTwoDecimals = /^-?\d+(\.\d{1,2})?$/

/** Yuan, two decimals; the examples also have one or none. */
export const money = form('yuan with two decimals ("45.00")', twoDecimals, upToTwoDecimals)
/** Yuan that may have been taken off. */
export const signedMoney = form(
  'yuan with two decimals ("45.00", "-45.00")',
  signedTwoDecimals,
  upToTwoDecimals,
)
export const points = form('points with two decimals ("90.00")', signedTwoDecimals, upToTwoDecimals)
export const percent = form('a percentage with two decimals ("85.00")', twoDecimals, upToTwoDecimals)
/** A percentage or yuan with two decimals, or whole times. */
export const discount = form('a figure ("85.00", or "1" times)', /^\d+(\.\d\d)?$/, upToTwoDecimals)
/** A whole number written as String. */
export const wholeNumber = form('a whole number in digits', /^\d+$/)

export const digits = (count: number): Form => form(`${count} digits`, new RegExp(`^\\d{${count}}$`))
/** The examples mask some of them. */
export const mobile = form('a mobile number of 11 digits', /^\d{11}$/, /^[\dX*]{11,12}$/)
/** A password enciphered as in 3.4; the examples were misread here and there. */
export const cipher = form('an enciphered password of 86 characters', /^[A-Za-z\d+/]{86}$/, /^[A-Za-z\d+/]+$/)
export const email = form('an e-mail address', /^[^\s@]+@[^\s@]+$/)
/** An example has a blank in it. */
export const url = form('an http address', /^https?:\/\/\S+$/, /^https?:/)

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const day: Form = { wanted: 'a day (yyyy-MM-dd)', holds: isDay }
export const time: Form = {
  wanted: 'a time (yyyy-MM-dd HH:mm:ss)',
  holds: text => /^.{10} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) && isDay(text.slice(0, 10)),
}

/** A closed list of words, with the spellings that an example has instead. */
export const words = (list: readonly string[], inExamples: readonly string[] = []): Form => ({
  wanted: `one of ${list.join(', ')}`,
  words: list,
  holds: (text, mode) => list.includes(text) || (mode === 'tolerant' && inExamples.includes(text)),
})
/** A list to which a real cloud may add words: an example has one that its table has not. */
export const openWords = (list: readonly string[]): Form => ({
  wanted: `one of ${list.join(', ')}`,
  words: list,
  holds: (text, mode) => list.includes(text) || mode === 'tolerant',
})
export const yesNo = words(['Y', 'N'])
