import type { IndicatorEvidence } from '@eduduty/core/archive'
import type { Figure } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { otherDimensions, unitOf } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { PhoneWord } from '../../platform/table/phone-word.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { sortValue, standardWords } from '../standard-line.ts'
import { ownMessages } from './messages.ts'
import type { OwnLine } from './own-lines.ts'

const says = ownMessages.columns

const title: Column<OwnLine> = {
  key: 'title',
  title: says.title,
  width: 250,
  wrap: true,
  cellClass: () => 'stacked-title',
  cell: ({ node, subject }) => (
    <>
      <span title={node.wording}>{node.title}</span>{' '}
      <span className="muted">{subject === undefined ? '' : otherDimensions(subject).join('、')}</span>
    </>
  ),
  sortBy: ({ node }) => node.title,
}
const value: Column<OwnLine> = {
  key: 'value',
  title: says.value,
  width: 104,
  align: 'right',
  cell: ({ figure, node }) => (
    <>
      <PhoneWord word={says.value} />
      <FigureOf figure={figure} node={node} title={node.title} plain />
    </>
  ),
  cellClass: ({ figure }) => (figure.state === 'unmet' ? 'cell-unmet' : undefined),
  sortBy: ({ figure }) => sortValue(figure),
}
const unit: Column<OwnLine> = {
  key: 'unit',
  title: says.unit,
  width: 100,
  cell: ({ node }) => <span className="muted">{unitOf(node)}</span>,
}

/** What is only computed with. */
export const elementColumns: readonly Column<OwnLine>[] = [title, value, unit]

/** What is judged: number, value, standard, light, gap, and the papers that prove it. */
export function indicatorColumns(county: string, evidence: IndicatorEvidence | undefined): Column<OwnLine>[] {
  return [
    { key: 'no', title: says.no, width: 110, cell: ({ node }) => node.no, sortBy: ({ node }) => node.no },
    title,
    value,
    unit,
    {
      key: 'standard',
      title: says.standard,
      width: 120,
      wrap: true,
      cellClass: () => 'stacked-line stacked-later',
      cell: (line) => <Standard line={line} />,
    },
    {
      key: 'state',
      title: says.state,
      width: 92,
      cell: ({ figure }) => figure.state !== undefined && <Light state={figure.state} />,
      sortBy: ({ figure }) => figure.state,
    },
    {
      key: 'gap',
      title: says.gap,
      width: 140,
      wrap: true,
      cellClass: () => 'stacked-line stacked-later',
      cell: ({ figure }) => <Gap text={gapOf(figure)} />,
    },
    {
      key: 'evidence',
      title: says.evidence,
      width: 84,
      cell: (line) => <Evidence line={line} county={county} evidence={evidence} />,
    },
  ]
}

function Standard({ line: { figure, node } }: { readonly line: OwnLine }): ReactNode {
  return (
    <span title={figure.standard?.reason}>
      <PhoneWord word={says.standard} />
      {standardWords(figure, node)}
    </span>
  )
}

/** What is lacking to the standard; of what is open, what has to be reported first. */
function gapOf({ gap, state, causes = [] }: Figure): string | undefined {
  if (gap !== undefined || state !== 'undecided') return gap?.text
  const [first] = causes
  return first && ownMessages.owed(first.message, causes.length)
}

function Gap({ text }: { readonly text: string | undefined }): ReactNode {
  if (text === undefined) return null
  return (
    <>
      <PhoneWord word={says.gap} />
      {text}
    </>
  )
}

interface EvidenceProps {
  readonly line: OwnLine
  readonly county: string
  readonly evidence: IndicatorEvidence | undefined
}

/** The way to the papers that the catalogue asks of the unit for this indicator. */
function Evidence({ line: { node }, county, evidence }: EvidenceProps): ReactNode {
  const { catalogue, items = [] } = evidence ?? {}
  if (catalogue === undefined || !items.some(({ indicator }) => indicator === node.id)) return null
  return (
    <Link
      to="/archive"
      search={{ catalogue: `${county}/${catalogue}`, indicator: node.id }}
      aria-label={ownMessages.evidenceOf(node.title)}
    >
      {ownMessages.evidence}
    </Link>
  )
}
