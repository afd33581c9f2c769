import { createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keyPair } from '../test-support/key-pair.ts'
import { readSigned } from './signed-answer.ts'
import { alipaySign } from './test-support/alipay-text.ts'

const name = 'alipay_trade_query_response'
const alipay = keyPair()
const keys = [createPublicKey(alipay.publicKey)]
const read = (text: string) => readSigned(Buffer.from(text), name, keys)
const answer = (raw: string, key = name) => `{"${key}":${raw},"sign":"${alipaySign(raw, alipay.privateKey)}"}`

describe('a signed answer', () => {
  test.each([
    ['{"code":"10000"}', { code: '10000' }],
    ['{ "code" : "10000",\n "n": [1,{"a":"}"}] }', { code: '10000', n: [1, { a: '}' }] }],
    [String.raw`{"a":"quote \" brace } and \\","b":"影城"}`, { a: 'quote " brace } and \\', b: '影城' }],
    [
      String.raw`{"url":"https:\/\/qr.alipay.com\/x","sign":"inner"}`,
      { url: 'https://qr.alipay.com/x', sign: 'inner' },
    ],
  ])('is read as it was written: %s', (raw, value) => {
    expect(read(answer(raw))).toEqual(value)
    expect(read(` ${answer(raw)}\n`)).toEqual(value)
  })

  test('may come with its sign first, and with a certificate’s number', () => {
    const raw = '{"code":"10000"}'
    const sign = alipaySign(raw, alipay.privateKey)
    expect(read(`{"sign":"${sign}","alipay_cert_sn":"1","${name}":${raw}}`)).toEqual({ code: '10000' })
  })

  test('may be the gateway’s own refusal', () => {
    expect(read(answer('{"code":"40002"}', 'error_response'))).toEqual({ code: '40002' })
  })

  const raw = '{"code":"10000"}'
  test.each([
    ['without a sign', `{"${name}":${raw}}`],
    ['with an empty sign', `{"${name}":${raw},"sign":""}`],
    ['with a sign that is no text', `{"${name}":${raw},"sign":1}`],
    ['with one changed letter', answer(raw).replace('10000', '10001')],
    ['with a blank more', answer(raw).replace('"code":', '"code": ')],
    ['with a second node of the name', answer(raw).replace('{', `{"${name}":{"code":"40004"},`)],
    ['with another after it', answer(raw).replace(',"sign"', `,"${name}":{"code":"40004"},"sign"`)],
    ['of another method', answer(raw, 'alipay_trade_close_response')],
    ['cut short', answer(raw).slice(0, -2)],
    ['that is a list', `[${answer(raw)}]`],
    ['that is no JSON', '<html>'],
    ['that is nothing', ''],
    ['signed by another key', `{"${name}":${raw},"sign":"${alipaySign(raw, keyPair().privateKey)}"}`],
    ['signed for another text', `{"${name}":${raw},"sign":"${alipaySign('{}', alipay.privateKey)}"}`],
  ])('%s is none', (_what, text) => {
    expect(read(text)).toBeUndefined()
  })

  test('in bytes that are no UTF-8 is none', () => {
    const bytes = Buffer.from(answer('{"code":"10000","a":"x"}'))
    bytes[bytes.indexOf('x')] = 0xff
    expect(readSigned(bytes, name, keys)).toBeUndefined()
  })
})
