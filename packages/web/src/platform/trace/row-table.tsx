import type { RowUse } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { traceMessages } from './messages.ts'
import { cellKey, SourceRow } from './source-row.tsx'

/** Register rows that took part, with the cells that were read. The first cell's excerpt stands open when asked. */
export function RowTable(props: { rows: readonly RowUse[]; openFirst: boolean }): ReactNode {
  const cells = props.rows.flatMap((row) => row.cells.map((cell, at) => ({ row, cell, at })))
  const first = cells.find(({ cell }) => cell.at !== undefined)
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{traceMessages.rowUnit}</th>
          <th scope="col">{traceMessages.rowColumn}</th>
          <th scope="col" className="align-right">
            {traceMessages.rowValue}
          </th>
          <th scope="col">{traceMessages.rowSource}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((one) => (
          <SourceRow
            key={`${one.row.unit ?? one.row.name ?? ''} ${cellKey(one.cell)}`}
            cell={one.cell}
            before={<td>{one.at === 0 ? (one.row.name ?? one.row.unit) : ''}</td>}
            columns={4}
            open={props.openFirst && one === first}
          />
        ))}
      </tbody>
    </table>
  )
}
