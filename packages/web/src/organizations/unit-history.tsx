import { dayBefore } from '@eduduty/core/calendar'
import type { UnitDetail } from '@eduduty/core/organizations'
import type { ReactNode } from 'react'
import { organizationMessages } from './messages.ts'

const says = organizationMessages.panel

interface UnitHistoryProps {
  readonly detail: UnitDetail
  readonly pick: (unit: string) => void
}

/** What the unit was and from when, whom it came from and who came after it. */
export function UnitHistory({ detail, pick }: UnitHistoryProps): ReactNode {
  const { historyColumns } = says
  const county = detail.unit.county_code
  return (
    <section className="unit-section">
      <h3>{says.history}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{historyColumns.since}</th>
            <th scope="col">{historyColumns.until}</th>
            <th scope="col">{historyColumns.name}</th>
            <th scope="col">{historyColumns.parent}</th>
            <th scope="col">{historyColumns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {detail.versions.map((version) => (
            <tr key={version.since}>
              <td className="number">{version.since}</td>
              <td className="number">{version.until === null ? says.now : dayBefore(version.until)}</td>
              <td>{version.name}</td>
              <td>{version.parent_name}</td>
              <td>{version.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Successions title={says.predecessors} side="from" list={detail.predecessors} county={county} pick={pick} />
      <Successions title={says.successors} side="to" list={detail.successors} county={county} pick={pick} />
    </section>
  )
}

function Successions(props: {
  title: string
  side: 'from' | 'to'
  list: UnitDetail['successors']
  county: string
  pick: (unit: string) => void
}): ReactNode {
  if (props.list.length === 0) return null
  return (
    <div className="unit-section">
      <h3>{props.title}</h3>
      <ul className="change-list">
        {props.list.map((one) => (
          <li key={`${one.kind} ${one.unit_id}`}>
            <span className="number">{one.effective_on}</span> {says.succession[props.side][one.kind]}{' '}
            {one.name === '' ? (
              one.unit_id
            ) : (
              <button type="button" className="link" onClick={() => props.pick(`${props.county}/${one.unit_id}`)}>
                {one.name}
              </button>
            )}{' '}
            <span className="muted">{one.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
