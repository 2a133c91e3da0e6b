import type { UnitChange } from '@eduduty/core/organizations'
import type { ReactNode } from 'react'
import { organizationMessages } from '../messages.ts'

const says = organizationMessages.change

interface ChangePreviewProps {
  readonly change: UnitChange
  readonly on: string
  readonly reason: string
}

/** What a change will do, from when and why: every unit, every table. */
export function ChangePreview({ change, on, reason }: ChangePreviewProps): ReactNode {
  return (
    <div className="change-preview">
      <dl className="facts">
        <div>
          <dt>{says.effectiveOn}</dt>
          <dd className="number">{on}</dd>
        </div>
        <div>
          <dt>{says.reasonShort}</dt>
          <dd>{reason}</dd>
        </div>
      </dl>
      <h3>{says.willHappen}</h3>
      <ul className="change-list">
        {change.units.map((unit) => (
          <li key={unit.unit_id}>
            <strong>{unit.name}</strong> {unit.says}
          </li>
        ))}
        {change.posts_closed > 0 && <li>{says.posts(change.posts_closed)}</li>}
      </ul>
      <h3>{change.rows === 0 ? says.noRows : says.rows(change.rows)}</h3>
      {change.rows > 0 && (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{says.table}</th>
              <th scope="col" className="align-right">
                {says.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {change.tables.map((table) => (
              <tr key={table.title}>
                <td>{table.title.split(/[：（]/)[0]}</td>
                <td className="align-right number">{table.rows}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="muted">{says.keeps}</p>
    </div>
  )
}
