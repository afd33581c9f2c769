import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../exchange.ts'
import { start, wechatAccount } from '../../test-support/parties.ts'
import { createWechatApi, type WechatApi } from '../api.ts'
import { createPlatformKeys } from '../platform-keys.ts'
import { startWechatStandIn, type WechatStandIn } from './wechat-stand-in.ts'

let standIn: WechatStandIn
let api: WechatApi
beforeAll(async () => {
  const clock = { now: () => start }
  standIn = await startWechatStandIn({ clock })
  const account = wechatAccount(standIn)
  const keys = createPlatformKeys({ apiV3Key: account.apiV3Key, publicKey: account.publicKey })
  api = createWechatApi({ account, keys, http: createHttp(), clock, random: randomBytes })
})
afterAll(() => standIn.close())

const order = () => ({
  appid: standIn.credentials.appId,
  mchid: standIn.credentials.mchId,
  description: '火星救援',
  out_trade_no: 'F20260728',
  time_expire: '2026-07-28T12:08:00+08:00',
  notify_url: 'https://foyer.example/api/payments/notify/wechat',
  amount: { total: 9_650, currency: 'CNY' },
})
const native = (change: object) => api.call('POST', '/v3/pay/transactions/native', { ...order(), ...change })

test('takes what the documentation asks for, and the same again', async () => {
  const first = await native({})
  expect(first).toMatchObject({ kind: 'done' })
  expect(await native({})).toEqual(first)
})

test.each<[string, object, string]>([
  ['another merchant', { mchid: '1600000000' }, 'APPID_MCHID_NOT_MATCH'],
  ['another app', { appid: 'wx0000000000000000' }, 'APPID_MCHID_NOT_MATCH'],
  ['a number of five characters', { out_trade_no: 'F2026' }, 'PARAM_ERROR'],
  ['a number of 33 characters', { out_trade_no: 'F'.repeat(33) }, 'PARAM_ERROR'],
  ['a description of 128 bytes', { description: '漫'.repeat(43) }, 'PARAM_ERROR'],
  ['half a fen', { amount: { total: 0.5, currency: 'CNY' } }, 'PARAM_ERROR'],
  ['no money', { amount: { total: 0, currency: 'CNY' } }, 'PARAM_ERROR'],
  ['yuan as text', { amount: { total: '96.50', currency: 'CNY' } }, 'PARAM_ERROR'],
  ['an address with a query', { notify_url: 'https://foyer.example/?a=1' }, 'PARAM_ERROR'],
  ['an end without a zone', { time_expire: '2026-07-28 12:08:00' }, 'PARAM_ERROR'],
  ['another amount under the number', { amount: { total: 1, currency: 'CNY' } }, 'OUT_TRADE_NO_USED'],
  ['another end under the number', { time_expire: '2026-07-28T12:09:00+08:00' }, 'OUT_TRADE_NO_USED'],
])('refuses an order with %s', async (_what, change, code) => {
  expect(await native(change)).toMatchObject({ kind: 'refused', code })
})

test('refuses a path that it does not have, and a refund of what was not paid', async () => {
  expect(await api.call('GET', '/v3/pay/unknown')).toMatchObject({ code: 'NOT_FOUND' })
  const amount = { refund: 1, total: 9_650, currency: 'CNY' }
  const refund = (out_trade_no: string) =>
    api.call('POST', '/v3/refund/domestic/refunds', { out_trade_no, out_refund_no: 'R1', amount })
  expect(await refund('F20260728')).toMatchObject({ code: 'INVALID_REQUEST' })
  expect(await refund('F20260799')).toMatchObject({ code: 'RESOURCE_NOT_EXISTS' })
})

test.each([
  ['no authorization', undefined],
  ['one of another form', 'Bearer x'],
  ['a signature of nobody', 'WECHATPAY2-SHA256-RSA2048 mchid="1",nonce_str="x",signature="AAAA"'],
])('answers a request with %s by SIGN_ERROR', async (_what, authorization) => {
  const answer = await fetch(`${standIn.credentials.gateway}/v3/certificates`, {
    headers: authorization === undefined ? {} : { authorization },
  })
  expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'SIGN_ERROR' }])
})
