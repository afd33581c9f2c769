import { parseJson } from '../answer.ts'
import { checkAnswer } from '../check-answer.ts'
import type { Violation } from '../check-fields.ts'
import type { Rule } from '../rule.ts'
import { type ApiName, answerTables } from '../tables/tables.ts'
import { broken, held, Untried } from '../verdict.ts'

const prefix = 'ykse.partner.'

/** The interfaces in the specification's order, each by the part of its name behind `ykse.partner.`. */
export const apiNames: readonly string[] = [...answerTables.keys()].map(api => api.slice(prefix.length))

/** What a broken rule says of an answer: so many of its differences are enough to mend them. */
const differencesTold = 4

/** Every answer of the run against the table of its interface: they come last, when everything has been asked. */
export const tableRules: readonly Rule[] = [...answerTables].map(([name, table]): Rule => {
  const api = shortName(name)
  return {
    id: `table.${api}`,
    api,
    section: `${table.paragraph}.4`,
    mode: /\.(get|query)/.test(api) ? 'read-only' : 'full',
    sentence: 'Its answers have the fields of the table, in the types of the table.',
    async check({ log, answers }) {
      // What the gate refuses came to no business, and may not even know which interface was meant.
      const answered = log.flatMap(({ api: asked, answer }) =>
        asked === api && answer?.bizCode ? [answer] : [],
      )
      for (const answer of answered) {
        const differences = checkAnswer(table, parseJson(answer.exchange.body), { mode: answers })
        if (differences.length > 0) return broken(summaryOf(differences), answer)
      }
      if (!answered.some(({ ok }) => ok))
        throw new Untried('not-applicable', 'no call of this run was answered SUCCESS')
      return held
    },
  }
})

function summaryOf(differences: readonly Violation[]): string {
  const first = differences.slice(0, differencesTold).map(inWords)
  const more = differences.length - first.length
  return `${first.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

const inWords = ({ path, rule, wanted, found }: Violation) =>
  `${path} (${rule}): ${wanted} wanted, ${found || 'nothing'} found`

function shortName(api: ApiName): string {
  return api.slice(prefix.length)
}
