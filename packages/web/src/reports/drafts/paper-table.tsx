import { textOf } from '@eduduty/core/documents'
import type { DraftTable } from '@eduduty/core/reports'
import type { ReactNode } from 'react'

/** A table as it will be printed. */
export function PaperTable({ block }: { block: DraftTable }): ReactNode {
  const { grid } = block
  return (
    <table>
      <tbody>
        {rowsOf(grid).map(({ role, row, cells }) => (
          <tr key={row}>
            {cells.map((cell) => {
              const span = { rowSpan: cell.rowspan, colSpan: cell.colspan }
              const text = textOf(cell.output)
              return role === 'header' ? (
                <th key={cell.column} {...span}>
                  {text}
                </th>
              ) : (
                <td key={cell.column} {...span} className={cell.shaded ? 'report-shaded' : `report-${cell.align}`}>
                  {text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const rowsOf = ({ roles, cells }: DraftTable['grid']) =>
  roles.map((role, row) => ({ role, row, cells: cells.filter((cell) => cell.row === row) }))
