import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { isSlowHash, matchesSlowly } from '../kernel/slow-hash.ts'
import { runStaffCommand } from './hash-command.ts'

describe('npm run staff -- hash', () => {
  test('prints a hash that only the PIN opens, another each time', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => runStaffCommand(['hash'], async () => '739104\n')),
    )
    const hash = first?.stdout ?? ''
    expect(isSlowHash(hash)).toBe(true)
    expect(hash).not.toContain('739104')
    expect(hash).not.toBe(second?.stdout)
    expect(await matchesSlowly('739104', hash)).toBe(true)
    expect(await matchesSlowly('739105', hash)).toBe(false)
  })

  test.each(['73910', '7391041739104', 'abcdef', '', '000000', '123456', '987654', '121212', '123123'])(
    'refuses the PIN %j',
    async pin => {
      expect(await runStaffCommand(['hash'], async () => pin)).toMatchObject({
        exitCode: 2,
        stderr: expect.any(String),
      })
    },
  )

  test.each([[[]], [['hash', '739104']], [['sign']]])(
    'tells how it is used when called with %j',
    async args => {
      const never = () => Promise.reject(new Error('asked for a PIN'))
      expect((await runStaffCommand(args, never)).stderr).toContain('npm run staff -- hash')
    },
  )

  test('as a command takes the PIN from a pipe', () => {
    const command = spawnSync('node_modules/.bin/tsx', ['server/staff/cli.ts', 'hash'], {
      input: '739104\n',
      encoding: 'utf8',
    })
    expect(command).toMatchObject({ status: 0, stderr: '' })
    expect(isSlowHash(command.stdout.trim())).toBe(true)
  })
})
