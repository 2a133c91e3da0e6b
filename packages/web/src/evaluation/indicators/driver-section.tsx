import type { Dispersion, Figure, Gap, ItemView, NodeView } from '@eduduty/core/evaluation'
import { isLessAsked } from '@eduduty/core/evaluation/price'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { splitFigureId, subjectLabel } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { contributionColumns } from '../dispersions/contribution-columns.tsx'
import { evaluationMessages } from '../messages.ts'
import { CostText } from '../prices/cost-text.tsx'
import { useCosts } from '../prices/use-costs.ts'
import { indicatorMessages } from './messages.ts'

const MOST = 8
const says = indicatorMessages.page

/** Who makes the figure what it is: of a coefficient the schools that weigh most, else those with the largest gaps. */
export function DriverSection(props: {
  node: NodeView
  item: ItemView | undefined
  figures: readonly Figure[]
}): ReactNode {
  const { dispersions } = useCurrentRun().index.assessment
  const own = dispersions.filter(
    (one) => splitFigureId(one.figure).node === props.node.id && one.contributions.length > 0,
  )
  if (own.length > 0) {
    return (
      <section className="panel-section">
        <h2>{says.drivers}</h2>
        <div className="driver-tables">
          {own.map((one) => (
            <Contributions key={one.figure} dispersion={one} />
          ))}
        </div>
      </section>
    )
  }
  return <Gaps {...props} />
}

function Contributions({ dispersion }: { dispersion: Dispersion }): ReactNode {
  const top = dispersion.contributions.toSorted((a, b) => Number(b.share) - Number(a.share)).slice(0, MOST)
  return (
    <div>
      <h3>
        {[dispersion.stage, dispersion.title].filter(Boolean).join(' · ')}
        <Link to="/evaluation/dispersions" search={{ pick: dispersion.figure }} className="apart">
          {says.toDispersion}
        </Link>
      </h3>
      {dispersion.level_up !== undefined && (
        <p className="note">
          <strong>{says.levelUp}：</strong>
          {dispersion.level_up.text}
        </p>
      )}
      <LedgerTable
        label={says.drivers}
        columns={contributionColumns(dispersion)}
        rows={top}
        rowKey={(one) => one.subject}
      />
    </div>
  )
}

interface GapRow {
  readonly figure: Figure
  readonly name: string
  readonly text: string
  /** Part of all gaps, 0…100. */
  readonly share: number
}

function Gaps({
  node,
  item,
  figures,
}: {
  node: NodeView
  item: ItemView | undefined
  figures: readonly Figure[]
}): ReactNode {
  const { index } = useCurrentRun()
  const costs = useCosts()
  const total = item?.gap ?? sumOf(figures)
  const rows = gapRows(figures, (subject) => {
    const found = index.subjects.get(subject)
    return found === undefined ? subject : subjectLabel(found)
  })
  if (rows.length === 0) return null
  return (
    <section className="panel-section">
      <h2>
        {says.driversGap}
        {total !== undefined && (
          <span className="muted apart">
            {says.gapTotal}：{total.text}{' '}
            {item === undefined && costs.isKnown && !isLessAsked(total) && <CostText cost={costs.ofGap(total)} />}
          </span>
        )}
      </h2>
      <LedgerTable
        label={says.driversGap}
        columns={gapColumns(node)}
        rows={rows.slice(0, MOST)}
        rowKey={(row) => row.figure.id}
      />
    </section>
  )
}

/** Largest first; undefined shares where the gaps cannot be added. */
function gapRows(figures: readonly Figure[], nameOf: (subject: string) => string): GapRow[] {
  const amounts = figures.map(({ gap }) => (gap === undefined ? 0 : numberOf(gap.amount)))
  const sum = amounts.reduce((all, one) => all + one, 0)
  return figures
    .flatMap((figure, at): GapRow[] => {
      const { gap, subject } = figure
      if (gap === undefined || sum === 0) return []
      return [{ figure, name: nameOf(subject), text: gap.text, share: ((amounts[at] ?? 0) / sum) * 100 }]
    })
    .toSorted((a, b) => b.share - a.share)
}

/** All gaps added, where they are of one thing and point one way. */
function sumOf(figures: readonly Figure[]): Gap | undefined {
  const gaps = figures.flatMap(({ gap }) => (gap === undefined ? [] : [gap]))
  const [first] = gaps
  if (first === undefined) return undefined
  const wordOf = ({ text, amount }: typeof first) => text.slice(0, text.indexOf(amount))
  if (gaps.some((gap) => gap.of !== first.of || gap.unit !== first.unit || wordOf(gap) !== wordOf(first)))
    return undefined
  const sum = gaps.reduce((all, { amount }) => all + numberOf(amount), 0)
  const amount = String(Number(sum.toFixed(2)))
  return { ...first, amount, text: `${wordOf(first)}${amount}${first.unit ?? ''}` }
}

function numberOf(amount: string): number {
  const [over = '0', under = '1'] = amount.split('/')
  return Number(over) / Number(under)
}

function gapColumns(node: NodeView): Column<GapRow>[] {
  const words = evaluationMessages.item.subjectColumns
  return [
    { key: 'name', title: words.name, width: 260, cell: (row) => row.name },
    {
      key: 'value',
      title: words.value,
      width: 120,
      align: 'right',
      cell: (row) => <FigureOf figure={row.figure} node={node} title={`${row.name} ${node.title}`} plain />,
    },
    { key: 'gap', title: words.gap, width: 140, align: 'right', cell: (row) => row.text },
    {
      key: 'share',
      title: says.driverShare,
      under: '%',
      width: 110,
      align: 'right',
      cell: (row) => <span className="number">{row.share.toFixed(1)}</span>,
    },
  ]
}
