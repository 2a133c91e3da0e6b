import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { UnitFindings } from '../../collection/index.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { subjectLabel, unitOf } from '../../platform/run/run-index.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { GapText } from '../../platform/trace/gap-text.tsx'
import { evaluationMessages } from '../messages.ts'
import { standardWords } from '../standard-line.ts'
import { FailingNames } from './failing-names.tsx'

interface Line {
  readonly figure: Figure
  readonly node: NodeView
}

const says = evaluationMessages.subject

/** One school: what is known of it, its indicators against their standards, and the elements below. */
export function SubjectPanel(props: { subject: string; close: () => void }): ReactNode {
  const run = useCurrentRun()
  const subject = run.index.subjects.get(props.subject)
  const answer = useQuery(figuresQuery(run.id, { subject: [props.subject] }))
  if (subject === undefined) return null
  const lines = (answer.data ?? []).flatMap((figure): Line[] => {
    const node = run.index.nodes.get(figure.node)
    return node === undefined ? [] : [{ figure, node }]
  })
  const facts = Object.entries(subject.attributes).filter(([, value]) => value !== '')
  return (
    <SidePanel title={subjectLabel(subject)} close={props.close} width={680}>
      {!subject.included && (
        <p className="note">
          {says.excluded}：{subject.exclusion?.reason}
        </p>
      )}
      <dl className="facts facts-columns">
        {[[evaluationMessages.schools.code, subject.unit ?? ''], ...facts].map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {subject.unit !== undefined && <UnitFindings unit={subject.unit} name={subject.name} />}
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      <Lines title={says.indicators} lines={lines.filter((line) => line.node.kind === 'indicator')} judged />
      <Lines title={says.elements} lines={lines.filter((line) => line.node.kind === 'element')} />
    </SidePanel>
  )
}

function Lines(props: { title: string; lines: readonly Line[]; judged?: boolean }): ReactNode {
  if (props.lines.length === 0) return null
  const title = {
    key: 'title',
    title: says.columns.title,
    width: 230,
    wrap: true,
    cell: (line: Line) => <Title line={line} lines={props.lines} />,
  }
  const value = {
    key: 'value',
    title: says.columns.value,
    width: 96,
    align: 'right' as const,
    cell: (line: Line) => <FigureOf figure={line.figure} node={line.node} title={line.node.title} />,
    cellClass: (line: Line) => (line.figure.state === 'unmet' ? 'cell-unmet' : undefined),
  }
  const unit = {
    key: 'unit',
    title: says.columns.unit,
    width: 96,
    cell: (line: Line) => <span className="muted">{unitOf(line.node)}</span>,
  }
  const judgement = [
    {
      key: 'standard',
      title: says.columns.standard,
      width: 110,
      cell: (line: Line) => <Standard line={line} />,
      wrap: true,
    },
    {
      key: 'gap',
      title: says.columns.gap,
      width: 110,
      cell: (line: Line) => <GapOrState line={line} />,
      wrap: true,
    },
  ]
  return (
    <section className="panel-section">
      <h3>{props.title}</h3>
      <LedgerTable
        label={props.title}
        rows={props.lines}
        rowKey={(line) => line.figure.id}
        columns={props.judged === true ? [title, value, unit, ...judgement] : [title, value, unit]}
      />
    </section>
  )
}

/** A composite has no number of its own to compare: it names what fails in it. */
function Title(props: { line: Line; lines: readonly Line[] }): ReactNode {
  const { figure, node } = props.line
  const composite = figure.state === 'unmet' && figure.standard === undefined
  return (
    <>
      {node.title}
      {composite && <FailingNames figure={figure} lines={props.lines} />}
    </>
  )
}

function Standard({ line }: { line: Line }): ReactNode {
  return (
    <span className="muted" title={line.figure.standard?.reason}>
      {standardWords(line.figure, line.node)}
    </span>
  )
}

/** The gap says more than the light; without one, the light, and of what is open also what it waits for. */
function GapOrState({ line: { figure } }: { line: Line }): ReactNode {
  if (figure.gap !== undefined || figure.state === undefined) return figure.gap?.text
  return (
    <>
      <Light state={figure.state} /> <GapText figure={figure} />
    </>
  )
}
