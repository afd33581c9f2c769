import { type ReactNode, useState } from 'react'
import { yuan } from '#contract/money.ts'
import { useMessages } from '#src/i18n/messages.ts'
import { Blank, Waiting } from '../parts/blank.tsx'
import { TextField } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useCards } from '../queries.ts'
import { cardMessages } from './messages.ts'

/** All cards with what is on them, passwords included: they are made up, and whoever tests needs them. */
export function CardsTab() {
  const t = useMessages(cardMessages)
  const { data: cards } = useCards()
  const [find, setFind] = useState('')
  const fits = (...texts: string[]) =>
    texts.some(text => text.toLowerCase().includes(find.trim().toLowerCase()))
  const memberCards = cards?.memberCards.filter(card =>
    fits(card.cardNumber, card.cinemaLinkId, card.grade, card.gradeType),
  )
  const benefitCards = cards?.benefitCards.filter(card =>
    fits(card.cardNumber, card.policyCode, card.policy, card.mobile),
  )
  return (
    <div className="space-y-4">
      <TextField
        label={t.find}
        type="search"
        value={find}
        onChange={event => setFind(event.target.value)}
        className="max-w-xl"
      />
      <Panel title={t.member}>
        {!memberCards && <Waiting />}
        {memberCards?.length === 0 && <Blank title={t.none}>{t.noneHint}</Blank>}
        {memberCards && memberCards.length > 0 && (
          <Table
            label={t.member}
            heads={[
              t.cardNumber,
              t.password,
              t.cinema,
              t.grade,
              t.status,
              t.balance,
              t.times,
              t.points,
              t.validUntil,
            ]}
            rows={memberCards.map(card => ({
              key: `${card.cinemaLinkId} ${card.cardNumber}`,
              cells: [
                <Code key="n">{card.cardNumber}</Code>,
                <Code key="p">{card.password}</Code>,
                card.cinemaLinkId,
                `${card.grade} (${card.gradeType})`,
                card.status,
                yuan(card.balanceFen),
                card.times,
                // A hundredth of a point is written as a hundredth of a yuan is.
                yuan(card.points),
                card.validUntil,
              ],
            }))}
          />
        )}
      </Panel>
      <Panel title={t.benefit}>
        {!benefitCards && <Waiting lines={2} />}
        {benefitCards?.length === 0 && <Blank title={t.none}>{t.noneHint}</Blank>}
        {benefitCards && benefitCards.length > 0 && (
          <Table
            label={t.benefit}
            heads={[t.cardNumber, t.policy, t.mobile, t.state, t.left, t.validUntil]}
            rows={benefitCards.map(card => ({
              key: card.cardNumber,
              cells: [
                <Code key="n">{card.cardNumber}</Code>,
                `${card.policy} (${card.policyCode})`,
                card.mobile,
                card.stopped ? t.stopped : t.valid,
                card.ticketsLeft ?? t.unlimited,
                card.endDate,
              ],
            }))}
          />
        )}
      </Panel>
    </div>
  )
}

const Code = ({ children }: { children: string }) => <span className="mono text-xs">{children}</span>

interface TableProps {
  label: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** Wider than a phone: then it scrolls by itself, with the keyboard as well. */
function Table({ label, heads, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading of its own
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-lg">
      <table className="w-full text-left text-sm whitespace-nowrap">
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col" className="pr-5 pb-1.5 text-xs font-normal text-mist">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-t border-ink-700 hover:bg-ink-800">
              {cells.map((cell, i) => (
                <td key={heads[i]} className="tabular py-1.5 pr-5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
