import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['zh-CN', 'zh'],
  ['zh-Hans-CN;q=0.5, EN;q=0.7', 'en'],
  ['fr-FR, de;q=0.9, en;q=0.1', 'en'],
  ['fr', 'zh'],
  ['en;q=0', 'zh'],
  ['zh;q=0.9, en;q=abc', 'en'],
  ['*', 'zh'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
