/** What is put into an example instead of the document's own values, by its place ("ticketList.0.seatId"). */
export type Puts = Readonly<Record<string, string | readonly string[]>>

/**
 * Only what no two clouds share may be put in: numbers of cinemas, shows, seats, orders and cards, the prices and
 * days that belong to them, passwords (the document's key is not ours), and the mobile numbers that it masks.
 */
const replaceable: ReadonlySet<string> = new Set([
  ...['cinemaLinkId', 'scheduleId', 'scheduleKey', 'seatId', 'seatIdList', 'lockOrderId', 'goodsId'],
  ...[
    'orderId',
    'confirmationId',
    'printId',
    'goodsOrderId',
    'cardOrderId',
    'benefitCardOrderId',
    'outTradeNo',
  ],
  ...['cardNumber', 'mobile'],
  ...['ticketPrice', 'ticketFee', 'salePrice', 'payAmount'],
  ...['startDate', 'endDate'],
  ...['cardPassword', 'oldPassword', 'newPassword'],
])

/** The example with that put into it. @throws Error when it has no such place, or may not be changed there */
export function putInto(example: object, puts: Puts): object {
  const request: object = structuredClone(example)
  for (const [place, value] of Object.entries(puts)) {
    const names = place.split('.')
    const last = names.pop() ?? ''
    const inner = names.reduce<unknown>((outer, name) => memberOf(outer, name), request)
    if (memberOf(inner, last) === undefined) throw new Error(`the example has no ${place}`)
    if (!replaceable.has(last)) throw new Error(`${place} has to stay as it is`)
    if (typeof inner === 'object' && inner !== null) Object.assign(inner, { [last]: value })
  }
  return request
}

const memberOf = (outer: unknown, name: string): unknown =>
  typeof outer === 'object' && outer !== null
    ? new Map<string, unknown>(Object.entries(outer)).get(name)
    : undefined
