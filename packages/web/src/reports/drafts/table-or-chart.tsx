import { type DraftChart, type DraftTable, titleOf } from '@eduduty/core/reports'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { Loading } from '../../platform/shell/loading.tsx'
import { looked, withTitle } from './edited-content.ts'
import { LineField } from './line-field.tsx'
import { draftMessages as says } from './messages.ts'
import { PaperTable } from './paper-table.tsx'
import type { ReportDesk } from './use-report.ts'

const DrawnChart = lazy(async () => ({ default: (await import('./drawn-chart.tsx')).DrawnChart }))

interface TableOrChartProps {
  readonly block: DraftTable | DraftChart
  readonly desk: ReportDesk
  readonly mayWrite: boolean
}

/** A table or chart as it will be printed: its title can be typed over, its figures cannot. */
export function TableOrChart({ block, desk, mayWrite }: TableOrChartProps): ReactNode {
  const keep = (title: string): Promise<boolean> => desk.save(withTitle(block.id, title))
  return (
    <figure className="report-table">
      <figcaption>
        <LineField text={titleOf(block)} keep={mayWrite ? keep : undefined} />
      </figcaption>
      {block.kind === 'table' ? (
        <PaperTable block={block} />
      ) : (
        <Suspense fallback={<Loading />}>
          <DrawnChart chart={block.chart} />
        </Suspense>
      )}
      {block.changed === true && (
        <div className="report-marks">
          <span className="wrong">{says.changedKinds[block.kind]}</span>
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
