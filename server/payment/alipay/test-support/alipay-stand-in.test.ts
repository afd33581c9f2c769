import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../exchange.ts'
import { alipayAccount, start } from '../../test-support/parties.ts'
import { type CallAlipay, createCallAlipay } from '../gateway.ts'
import { type AlipayStandIn, startAlipayStandIn } from './alipay-stand-in.ts'

let standIn: AlipayStandIn
let call: CallAlipay
beforeAll(async () => {
  const clock = { now: () => start }
  standIn = await startAlipayStandIn({ clock })
  call = createCallAlipay({ account: alipayAccount(standIn), http: createHttp(), clock })
})
afterAll(() => standIn.close())

const precreate = () => ({
  out_trade_no: 'F1',
  seller_id: standIn.credentials.sellerId,
  total_amount: '96.50',
  subject: '火星救援',
  time_expire: '2026-07-28 12:08:00',
  qr_code_timeout_express: '8m',
})

test('takes what the documentation asks for', async () => {
  expect(await call('alipay.trade.precreate', precreate())).toMatchObject({ kind: 'done' })
})

test.each<[string, object]>([
  ['no number', { out_trade_no: undefined }],
  ['a number with a dash', { out_trade_no: 'F-1' }],
  ['a number of 65 characters', { out_trade_no: 'F'.repeat(65) }],
  ['an amount that is a number', { total_amount: 96.5 }],
  ['an amount of three decimals', { total_amount: '96.500' }],
  ['no money', { total_amount: '0.00' }],
  ['no subject', { subject: '' }],
  ['a subject with a sign that is not allowed', { subject: 'a&b' }],
  ['another seller', { seller_id: '2088000000000000' }],
  ['an end in the past', { time_expire: '2026-07-28 11:59:59' }],
  ['an end that is no time', { time_expire: '8 minutes' }],
  ['a QR’s life of half a minute', { qr_code_timeout_express: '0.5m' }],
])('refuses a payment with %s', async (_what, change) => {
  expect(await call('alipay.trade.precreate', { ...precreate(), ...change })).toMatchObject({
    kind: 'refused',
    code: 'ACQ.INVALID_PARAMETER',
  })
})

test('refuses a method that it does not have, and a refund of what was never scanned', async () => {
  expect(await call('alipay.trade.pay', {})).toMatchObject({ code: 'isv.invalid-method' })
  const refund = { out_trade_no: 'F1', out_request_no: 'F1R1', refund_amount: '1.00' }
  expect(await call('alipay.trade.refund', refund)).toMatchObject({ code: 'ACQ.TRADE_NOT_EXIST' })
})

test.each([
  ['a signature of nobody', { sign: 'AAAA' }, 'isv.invalid-signature'],
  ['no signature', {}, 'isv.missing-sign'],
  ['another algorithm', { sign: 'AAAA', sign_type: 'RSA' }, 'isv.invalid-signature-type'],
  ['no content', { sign: 'AAAA', biz_content: '' }, 'isv.missing-biz-content'],
])('answers a request with %s by its code', async (_what, change, code) => {
  const fields = {
    app_id: standIn.credentials.appId,
    method: 'alipay.trade.query',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: '2026-07-28 12:00:00',
    version: '1.0',
    biz_content: '{"out_trade_no":"F1"}',
    ...change,
  }
  const answer = await fetch(`${standIn.credentials.gateway}?charset=utf-8`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  expect(await answer.text()).toContain(`"sub_code":"${code}"`)
})
