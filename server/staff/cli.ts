import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { runStaffCommand } from './hash-command.ts'

/** One line from the terminal, of which nothing is shown, or from a pipe. */
function readHidden(): Promise<string> {
  const terminal = process.stdin.isTTY === true
  if (terminal) process.stderr.write('PIN: ')
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal })
  return new Promise(resolve => {
    let typed = ''
    lines.once('line', line => {
      typed = line
      lines.close()
    })
    lines.once('close', () => {
      if (terminal) process.stderr.write('\n')
      resolve(typed)
    })
  })
}

const { exitCode, stdout, stderr } = await runStaffCommand(process.argv.slice(2), readHidden)
if (stdout !== undefined) process.stdout.write(`${stdout}\n`)
if (stderr !== undefined) process.stderr.write(`${stderr}\n`)
process.exitCode = exitCode
