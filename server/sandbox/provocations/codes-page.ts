import { bizMessages, isBizCode, retMessages } from '../protocol/codes.ts'
import { sandboxChannel } from '../sandbox.ts'
import { encipher } from '../test-cards.ts'
import { limitedChannels } from '../world/channels.ts'
import { byCurl } from './by-curl.ts'
import { markdownTable } from './markdown-table.ts'
import type { Chapter, Provocation } from './provocation.ts'

/** docs/sandbox-codes.md as it has to stand, in full. */
export const codesPage = (chapters: readonly Chapter[]): string =>
  [head, ...chapters.map(chapterText)].join('\n')

const accounts = markdownTable(
  ['channelCode', 'secret', 'name'],
  limitedChannels.map(({ channelCode, secret, name }) => [`\`${channelCode}\``, `\`${secret}\``, name]),
)

const head = `# The 124 codes, and how to get each

<!-- Written by \`npm run sandbox:codes\` from server/sandbox/provocations: change it there. -->

Every code of the specification, with its meaning there, and what to do in the sandbox to be answered with it. A test does all of it over HTTP, row by row, in a sandbox as it begins.

## With curl

Start one with \`npm run sandbox\`. [sandbox.md](sandbox.md#a-whole-sale) shows a sale from the programme to the ticket: "buy", "lock" and "confirm" are its calls, right in everything but for what the row says.

\`\`\`sh
${byCurl}\`\`\`

\`\`\`sh
call seat.getSeats '{"cinemaLinkId":"681","hallId":"999"}'
control faults '{"kind":"trouble","trouble":"offline","cinemaLinkId":"681"}'  # "Set {...}"
control clock '{"forwardMs":900000}' && ahead=900  # a quarter of an hour later: timestamps have to follow
control sell '{"scheduleId":"780037","seatIds":["0000000000000001-C-03"]}'
control reset '{}' && ahead=0                      # the sandbox as it began, without any fault
\`\`\`

A fault befalls the next call that fits; with \`"times":"always"\` it stays until \`curl -X DELETE $url/control/faults\`. Where a row sets a \`refuse\`, nothing that a caller or a cinema does in the sandbox leads to the code: the fault names it.

Every row is asked as \`${sandboxChannel.channelCode}\`, unless it names an account with fewer rights:

${accounts}

Cards begin with the password 123456. Enciphered for \`${sandboxChannel.channelCode}\` (specification 3.4) that is \`${encipher('123456')}\`; 654321, which is wrong everywhere, is \`${encipher('654321')}\`.
`

function chapterText({ title, paragraph, provocations }: Chapter): string {
  const rows = provocations.map((one, index) => cellsOf(one, provocations[index - 1]))
  const table = markdownTable(['code', 'meaning', 'API', 'how to provoke it'], rows)
  return `## ${title} (${paragraph})\n\n${table}\n`
}

/** A further way to the code above it does not name the code again. */
function cellsOf({ code, api, how }: Provocation, above: Provocation | undefined): string[] {
  const meaning = isBizCode(code) ? bizMessages[code] : retMessages[code]
  const named = above?.code === code ? ['', ''] : [`\`${code}\``, meaning]
  return [...named, `\`${api}\``, how]
}
