import { expect, test } from 'vitest'
import { TicketToken } from '#contract/ids.ts'
import { ticketPath, ticketTokenIn } from './ticket-token.ts'

const token = 'Zk3_9-aQ4xLmT0cVb7yWpE'

test.each([
  ['the bare token', token],
  ['what a scanner typed, with its line end', ` ${token}\r\n`],
  ['the address of the pickup page', `https://tickets.example/pickup?t=${token}`],
  ['an address in capitals, with more in it', `HTTP://tickets.example:8080/pickup/?lang=en&t=${token}#top`],
])('finds the token in %s', (_, text) => {
  expect(ticketTokenIn(text)).toBe(token)
})

test.each([
  ['nothing', ''],
  ['a pickup code', '2016011541719556'],
  ['a token cut short', token.slice(1)],
  ['another page', `https://tickets.example/menu?t=${token}`],
  ['a page without a token', 'https://tickets.example/pickup'],
  ['a token that is none', 'https://tickets.example/pickup?t=<script>'],
  ['a foreign scheme', `javascript:/pickup?t=${token}`],
  ['a broken address', 'https://'],
])('finds none in %s', (_, text) => {
  expect(ticketTokenIn(text)).toBeUndefined()
})

test('reads back the address it writes', () => {
  expect(ticketTokenIn(`https://tickets.example${ticketPath(TicketToken.parse(token))}`)).toBe(token)
})
