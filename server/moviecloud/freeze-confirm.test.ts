import { expect, test } from 'vitest'
import { freezeConfirm } from './freeze-confirm.ts'
import { createMovieCloud } from './gateway.ts'
import type { ConfirmRequest } from './gateway-types.ts'
import { always, envelope } from './test-support/answering-server.ts'
import {
  cards,
  cinemaId,
  cola,
  confirmed,
  goodsLines,
  mixed,
  ofBoth,
  ofGoods,
  ofTickets,
  ordered,
  popcorn,
  seats,
  tickets,
} from './test-support/ask-gateway.ts'
import { cloudThat } from './test-support/cloud-that.ts'

const names = {
  'order.confirmOrder': confirmed,
  'order.confirmOrderForMultiPay': confirmed,
  'order.confirmMixOrder': mixed,
  'order.confirmMixOrderForMultiPay': mixed,
  'order.confirmGoodsOrder': ordered,
  'order.confirmGoodsOrderForMultiPay': ordered,
}
test.each(Object.entries(names))(
  'a frozen %s is sent byte for byte, even one that today would not be frozen so',
  async (api, data) => {
    const { client, server } = await cloudThat(always(envelope({ data })))
    const lists = `"ticketList":${JSON.stringify(seats)}, "goodsList": ${JSON.stringify(goodsLines)}`
    const frozen = `{${lists}, "mobile":"1", "extra":true}`
    const answer = await createMovieCloud(client, cards).confirm(`${api} ${frozen}`)
    expect(answer).toMatchObject({ kind: 'done', value: { is: 'issued' } })
    expect(server.received.map(({ parameters }) => [parameters['api'], parameters['data']])).toEqual([
      [`ykse.partner.${api}`, frozen],
    ])
  },
)

test.each(['order.refundOrder {}', 'ykse.partner.order.confirmOrder {}', '{"ticketList":[]}', ' {}'])(
  '%s is no confirm, and nothing is sent',
  async frozen => {
    const { client, server } = await cloudThat(always(envelope({ data: confirmed })))
    await expect(createMovieCloud(client, cards).confirm(frozen)).rejects.toThrow('is no confirm')
    expect(server.received).toEqual([])
  },
)

const memberCard = { kind: 'member', number: '681', password: 'sealed+', cinemaId } as const
const benefitCard = { kind: 'benefit', number: '1605', cinemaId } as const
const paid = (amountFen: number) => ({ payments: [{ by: 'other' as const, amountFen }] })
const paidTickets = tickets.map(ticket => ({ ...ticket, ...paid(4700) }))
test.each<[why: string, request: ConfirmRequest]>([
  ['goods among tickets alone', { ...ofTickets, goods: [cola] }],
  ['a mixed order without goods', { ...ofBoth, goods: [] }],
  ['no goods at all', { ...ofGoods, goods: [] }],
  [
    'one line paid and the other not',
    { ...ofTickets, tickets: [...paidTickets.slice(0, 1), ...tickets.slice(1)] },
  ],
  ['tickets paid by line and goods not', { ...ofBoth, tickets: paidTickets }],
  ['a line paid a fen short', { ...ofTickets, tickets: tickets.map(line => ({ ...line, ...paid(4699) })) }],
  ['goods paid once for two', { ...ofGoods, goods: [{ ...popcorn, ...paid(1800) }] }],
  ['a card for all beside paid lines', { ...ofTickets, tickets: paidTickets, card: memberCard }],
  [
    'a benefit without its card',
    { ...ofTickets, tickets: tickets.map(line => ({ ...line, deal: 'benefit' })) },
  ],
  ['a benefit card without a benefit', { ...ofTickets, card: benefitCard }],
  ['a benefit card for goods', { ...ofGoods, card: benefitCard }],
  [
    'a card’s price without a card',
    { ...ofTickets, tickets: tickets.map(line => ({ ...line, deal: 'member' })) },
  ],
  [
    'a line paid with a benefit card',
    {
      ...ofGoods,
      goods: [{ ...cola, payments: [{ by: 'card', amountFen: 1200, card: benefitCard, discounted: true }] }],
    },
  ],
  [
    'a card without its password in a line',
    {
      ...ofGoods,
      goods: [
        {
          ...cola,
          payments: [
            {
              by: 'card',
              amountFen: 1200,
              card: { kind: 'member', number: '681', cinemaId },
              discounted: false,
            },
          ],
        },
      ],
    },
  ],
])('%s is not frozen', (_, request) => {
  expect(() => freezeConfirm(request)).toThrow()
})
