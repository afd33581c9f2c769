import { expect, test } from 'vitest'
import { beijingTime, day, decimal, fen, flag, record, text, whole } from './fields.ts'

test.each([
  ['45.00', 4500],
  ['45', 4500],
  ['45.5', 4550],
  ['0.1', 10],
  [9.9, 990],
  [100, 10000],
  ['10990.0', 1099000],
  ['12.340', 1234],
  ['-100.0', -10000],
])('%s yuan are %s fen', (yuan, expected) => {
  expect(fen.parse(yuan)).toBe(expected)
})

test.each(['1.234', 'NaN', '1e3', '１２', '', '--1', '1,000', 0.001, Number.NaN])('%s is no money', value => {
  expect(fen.safeParse(value).success).toBe(false)
})

test.each([
  [flag, 'Y', true],
  [flag, 'false', false],
  [flag, 1, true],
  [flag, 'P', 'P'],
  [whole, '5.0', 5],
  [whole, '-3', -3],
  [decimal, '1510.5', 1510.5],
  [text, 4322, '4322'],
  [beijingTime, '2016-01-15 09:55:00', '2016-01-15T09:55:00+08:00'],
  [beijingTime, '2016-01-15 09:55', '2016-01-15T09:55:00+08:00'],
  [day, '2016-1-5', '2016-01-05'],
  [day, '2016-01-05 00:00:00', '2016-01-05'],
  [day, '2016-1-5 0:00', '2016-01-05'],
  [beijingTime, '2016-01-15 09:55:00.0', '2016-01-15T09:55:00+08:00'],
])('reads %#', (schema, value, expected) => {
  expect(schema.parse(value)).toBe(expected)
})

test.each([
  [whole, '1.5'],
  [whole, 'x'],
  [beijingTime, 'tomorrow'],
  [day, '15.1.2016'],
  [day, '2016-02-30'],
  [day, '2016-01-051'],
  [beijingTime, '2016-13-15 09:55:00'],
  [beijingTime, '2016-01-15 25:55:00'],
])('refuses %#', (schema, value) => {
  expect(schema.safeParse(value).success).toBe(false)
})

test('the table’s spelling goes before the example’s', () => {
  const schema = record({ ticketfeeFen: fen }, { ticketfeeFen: ['ticketfee', 'ticketFee'] })
  expect(schema.parse({ ticketFee: '2.00', ticketfee: '1.00' })).toEqual({ ticketfeeFen: 100 })
  expect(schema.parse({ ticketFee: '2.00', ticketfee: '' })).toEqual({ ticketfeeFen: 200 })
})
