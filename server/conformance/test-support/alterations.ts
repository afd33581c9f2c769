import { createHash } from 'node:crypto'
import { sign } from '../../moviecloud/sign.ts'
import { type Alter, type Body, withCode } from './altered-cloud.ts'

type Fields = Record<string, unknown>
/** The object inside an answer, its list, and what a field holds as a list; to be changed where they are. */
export const inner = (body: Body): Fields => body.data?.data ?? {}
export const rows = (body: Body): Fields[] => body.data?.dataList ?? []
export const fields = (value: unknown): Fields[] => (Array.isArray(value) ? value : [])

/** Lets the answers of one interface be changed where they are; other interfaces pass. */
export const inAnswers =
  (api: string, change: (body: Body, data: Fields) => void): Alter =>
  async call => {
    if (call.api !== api) return undefined
    const body = await call.pass()
    change(body, call.data)
    return body
  }

/** Answers the first call of an interface that is refused with `from` with another code, or as a success before it. */
export function codeInstead(api: string, from: string, to: string): Alter {
  let isDone = false
  let success: Body | undefined
  return async call => {
    if (call.api !== api || isDone) return undefined
    const body = await call.pass()
    if (body.data?.bizCode === 'SUCCESS') success = body
    if (body.data?.bizCode !== from) return body
    isDone = true
    return to === 'SUCCESS' && success ? success : withCode(body, to)
  }
}

/** Lets calls in that carry a wrong signature of this kind. */
export const letsIn =
  (
    secret: string,
    isOfThisKind: (parameters: Readonly<Record<string, string>>, secret: string) => boolean,
  ): Alter =>
  async call => {
    const right = call.parameters['sign'] === sign(call.parameters, secret)
    return !right && isOfThisKind(call.parameters, secret) ? call.passAs({}) : undefined
  }

/** The signature as the prose of 2.1 can be read: the values without their names. */
export const withoutNames = (parameters: Readonly<Record<string, string>>, secret: string) => {
  const names = Object.keys(parameters).filter(name => name !== 'sign')
  const values = names.sort().map(name => parameters[name] ?? '')
  return createHash('md5')
    .update(values.join('') + secret)
    .digest('hex')
}
/** Parameters without one of them. */
export const without = (parameters: Readonly<Record<string, string>>, gone: string) =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== gone))

/** The sold seats of a show without those that `isHidden` names. */
export const hidingSold = (isHidden: (seatId: unknown) => boolean): Alter =>
  inAnswers('seat.getScheduleSoldSeats', body => {
    for (const section of fields(inner(body)['sectionList']))
      section['seats'] = fields(section['seats']).filter(({ seatId }) => !isHidden(seatId))
  })

/** Seats that the plans call damaged, noted as the plans pass. */
export function hidesDamaged(): Alter {
  const damaged = new Set<unknown>()
  const hide = hidingSold(seatId => damaged.has(seatId))
  return async call => {
    if (call.api !== 'seat.getSeats') return hide(call)
    const body = await call.pass()
    for (const seat of seatsOf(body)) if (seat['damage'] === 'Y') damaged.add(seat['seatId'])
    return body
  }
}

/** Every seat of an answer of getSeats. */
export const seatsOf = (body: Body) =>
  fields(inner(body)['seatPlanList'])
    .flatMap(plan => fields(plan['sections']))
    .flatMap(section => fields(section['seats']))

/** The second answer to one same request has another value. */
export function changesOnRepetition(api: string, field: string, value: unknown): Alter {
  const asked = new Set<string>()
  return inAnswers(api, (body, data) => {
    const request = JSON.stringify(data)
    if (asked.has(request) && field in inner(body)) inner(body)[field] = value
    asked.add(request)
  })
}

/** Tells the first answer of a card's balance for ever. */
export function stuckBalance(cardNumber: string): Alter {
  let first: Body | undefined
  return async call => {
    if (call.api !== 'card.queryBalance' || call.data['cardNumber'] !== cardNumber) return undefined
    const body = await call.pass()
    if (body.data?.bizCode === 'SUCCESS') first ??= body
    return body.data?.bizCode === 'SUCCESS' ? first : body
  }
}
