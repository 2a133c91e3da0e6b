import { textOf } from '@eduduty/core/documents'
import type { DraftChart, DraftTable } from '@eduduty/core/reports'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { looked } from './edited-content.ts'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'

interface TableOrChartProps {
  readonly block: DraftTable | DraftChart
  readonly desk: ReportDesk
  readonly mayWrite: boolean
}

/** A table as it will be printed; a chart as the numbers that it draws. Neither can be typed over. */
export function TableOrChart({ block, desk, mayWrite }: TableOrChartProps): ReactNode {
  const title = block.kind === 'table' ? block.title : block.chart.title
  return (
    <figure className="report-table">
      <figcaption>{title}</figcaption>
      {block.kind === 'table' ? <PaperTable block={block} /> : <ChartNumbers block={block} />}
      {block.changed === true && (
        <div className="report-marks">
          <span className="wrong">{says.tableChanged}</span>
          {mayWrite && (
            <Button size="small" onClick={() => desk.save(looked(block.id))}>
              {says.looked}
            </Button>
          )}
        </div>
      )}
    </figure>
  )
}

function PaperTable({ block }: { block: DraftTable }): ReactNode {
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

function ChartNumbers({ block }: { block: DraftChart }): ReactNode {
  const { categories, series, unit } = block.chart
  return (
    <table>
      <thead>
        <tr>
          <th>{unit}</th>
          {categories.map((category) => (
            <th key={category}>{category}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.map(({ title, values }) => (
          <tr key={title}>
            <th>{title}</th>
            {categories.map((category, at) => (
              <td key={category} className="report-right">
                {values[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
