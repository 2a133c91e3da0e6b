import type { Figure, NodeView, State } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { subjectLabel, unitOf } from '../../platform/run/run-index.ts'
import { viewOf } from '../../platform/run/subject-views.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { GapText } from '../../platform/trace/gap-text.tsx'
import { evaluationMessages } from '../messages.ts'
import { sortValue, standardWords } from '../standard-line.ts'
import { ToSchoolTable } from './to-school-table.tsx'

const says = evaluationMessages.item
const order: Record<State, number> = { unmet: 0, error: 1, undecided: 2, met: 3, not_applicable: 4 }

/** The item's figure for each subject, worst first. */
export function ItemSubjects({ node }: { node: NodeView }): ReactNode {
  const run = useCurrentRun()
  const answer = useQuery(figuresQuery(run.id, { node: [node.id] }))
  const [openOnly, setOpenOnly] = useState(true)
  const [sort, setSort] = useState<string | undefined>()
  if (answer.error !== null) return <ErrorState error={answer.error} retry={() => answer.refetch()} />
  if (answer.data === undefined) return <Loading />
  const included = answer.data.filter((figure) => run.index.subjects.get(figure.subject)?.included !== false)
  const open = included.filter((figure) => figure.state !== 'met' && figure.state !== 'not_applicable')
  const rows = [...(openOnly && open.length > 0 ? open : included)].sort(
    (a, b) => order[a.state ?? 'met'] - order[b.state ?? 'met'],
  )
  const unit = run.index.subjects.get(rows[0]?.subject ?? '')
  return (
    <section className="panel-section">
      <div className="section-bar">
        <h3>{included.length > 1 ? says.subjects : says.figure}</h3>
        {open.length > 0 && open.length < included.length && (
          <Checkbox checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
            {says.openOnly(open.length, included.length)}
          </Checkbox>
        )}
        {unit?.unit !== undefined && <ToSchoolTable view={viewOf(unit)} indicator={node.id} />}
      </div>
      <LedgerTable
        label={says.subjects}
        columns={subjectColumns(node, (id) => {
          const subject = run.index.subjects.get(id)
          return subject === undefined ? id : subjectLabel(subject)
        })}
        rows={rows}
        rowKey={(figure) => figure.id}
        sort={sort}
        onSort={setSort}
        height="460px"
      />
    </section>
  )
}

function subjectColumns(node: NodeView, nameOf: (subject: string) => string): Column<Figure>[] {
  const columns = says.subjectColumns
  return [
    {
      key: 'name',
      title: columns.name,
      width: 236,
      cell: (figure) => nameOf(figure.subject),
      sortBy: (figure) => nameOf(figure.subject),
    },
    {
      key: 'value',
      title: columns.value,
      under: unitOf(node),
      width: 96,
      align: 'right',
      cell: (figure) => <FigureOf figure={figure} node={node} title={node.title} plain />,
      sortBy: sortValue,
    },
    {
      key: 'standard',
      title: columns.standard,
      width: 110,
      cell: (figure) => <span className="muted">{standardWords(figure, node)}</span>,
    },
    { key: 'state', title: columns.state, width: 84, cell: (figure) => figure.state && <Light state={figure.state} /> },
    { key: 'gap', title: columns.gap, width: 150, wrap: true, cell: (figure) => <GapText figure={figure} /> },
  ]
}
