import type { PeriodOffer } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { periodMessages } from './messages.ts'
import { type DraftPlan, type PeriodHead, planned, planSize } from './plan-draft.ts'

const says = periodMessages.drawer

/** A last look before a period is opened. */
export function ReviewStep(props: { offer: PeriodOffer; head: PeriodHead; drafts: readonly DraftPlan[] }): ReactNode {
  const { offer, head, drafts } = props
  const { registers, units, tasks } = planSize(drafts)
  const titles = new Map(offer.registers.map(({ register, title }) => [register, title]))
  return (
    <>
      <h3>{says.plain(head.title, head.opens_on, head.closes_on)}</h3>
      <p className="muted">
        {offer.pack_title}　{head.year} {head.term}
      </p>
      <p>{says.total(registers, units, tasks)}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{says.register}</th>
            <th className="align-right">{says.units}</th>
            <th>{says.firstReview}</th>
            <th>{says.closes}</th>
          </tr>
        </thead>
        <tbody>
          {planned(drafts).map((draft) => (
            <tr key={draft.register}>
              <td>{titles.get(draft.register)}</td>
              <td className="align-right number">{says.unitCount(draft.units.size)}</td>
              <td>{draft.hasFirstReview ? says.yes : says.no}</td>
              <td className="number">{draft.closesOn === '' ? head.closes_on : draft.closesOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
