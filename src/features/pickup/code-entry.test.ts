import { expect, test } from 'vitest'
import { caretInGroups, checkEntry, codeInGroups, codeTyped, entryPasted, pinTyped } from './code-entry.ts'

test('a code and four digits make a request', () => {
  expect(checkEntry({ code: '2016011541719556', pin: '0000' })).toEqual({
    ok: true,
    request: { by: 'code', code: '2016011541719556', pin: '0000' },
  })
})

test.each([
  [
    { code: '', pin: '' },
    { code: 'missing', pin: 'missing' },
  ],
  [
    { code: '201', pin: '0000' },
    { code: 'malformed', pin: undefined },
  ],
  [
    { code: '20160115', pin: '' },
    { code: undefined, pin: 'missing' },
  ],
  [
    { code: '20160115', pin: '00' },
    { code: undefined, pin: 'malformed' },
  ],
])('each field of %j has its own fault', (entry, faults) => {
  expect(checkEntry(entry)).toEqual({ ok: false, ...faults })
})

test.each([
  ['2016 0115 4171 9556', '2016011541719556'],
  ['ab-12 ', 'ab12'],
  ['２０１６', '2016'],
  ['x'.repeat(40), 'x'.repeat(32)],
])('the code of %j is %j', (typed, code) => {
  expect(codeTyped(typed)).toBe(code)
})

test.each([
  ['0000', '0000'],
  ['12ab34', '1234'],
  ['12345', '1234'],
  ['13800138765', '8765'],
  ['+86 138 0013 8765', '8765'],
])('the digits of %j are %j', (typed, pin) => {
  expect(pinTyped(typed)).toBe(pin)
})

test.each([
  ['2016011541719556 0000'],
  ['取票码：2016011541719556，后四位：0000'],
  ['Pickup code 2016 is nonsense? No: 2016011541719556'],
])('%j pasted', text => {
  const entry = text.startsWith('Pickup') ? undefined : { code: '2016011541719556', pin: '0000' }
  expect(entryPasted(text)).toEqual(entry)
})

test.each(['2016011541719556', '2016 0115 4171 9556', '0000', 'nothing here', '2016011541719556 00000'])(
  '%j does not hold both',
  text => {
    expect(entryPasted(text)).toBeUndefined()
  },
)

test.each([
  ['', ''],
  ['2016', '2016'],
  ['20160', '2016 0'],
  ['2016011541719556', '2016 0115 4171 9556'],
])('%j is grouped as %j', (code, grouped) => {
  expect(codeInGroups(code)).toBe(grouped)
})

test.each([
  [0, 9, 0],
  [3, 9, 3],
  [4, 9, 5],
  [9, 9, 11],
  [4, 4, 4],
  [8, 8, 9],
])('after %i of %i signs the caret stands at %i', (before, length, at) => {
  expect(caretInGroups(before, length)).toBe(at)
})
