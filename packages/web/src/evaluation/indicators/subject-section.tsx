import type { Figure, NodeView, Subject } from '@eduduty/core/evaluation'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { subjectLabel, unitOf } from '../../platform/run/run-index.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { FigureOf } from '../../platform/trace/figure.tsx'
import { GapText } from '../../platform/trace/gap-text.tsx'
import { evaluationMessages } from '../messages.ts'
import { type Costs, useCosts } from '../prices/use-costs.ts'
import { AttributeFilters } from '../schools/attribute-filters.tsx'
import { filterableAttributes, parseAttributeFilters } from '../schools/subject-row.ts'
import { sortValue, standardWords } from '../standard-line.ts'
import { figureStates, type IndicatorSearch } from './indicator-search.ts'
import { indicatorMessages } from './messages.ts'

const route = getRouteApi('/shell/run/evaluation/indicators/$node')
const says = indicatorMessages.page
/** Attributes by which the table can be narrowed, and that it shows. */
const MOST_ATTRIBUTES = 3

interface Row {
  readonly figure: Figure
  readonly subject: Subject
}

/** The indicator at every unit that takes part, to be narrowed by township, kind and light. */
export function SubjectSection(props: {
  node: NodeView
  figures: readonly Figure[]
  picked: string | undefined
}): ReactNode {
  const { index } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: IndicatorSearch) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false })
  const rows = useMemo(
    () =>
      props.figures.flatMap((figure): Row[] => {
        const subject = index.subjects.get(figure.subject)
        return subject === undefined ? [] : [{ figure, subject }]
      }),
    [props.figures, index],
  )
  const attributes = useMemo(
    () => new Map([...filterableAttributes(rows.map(({ subject }) => subject))].slice(0, MOST_ATTRIBUTES)),
    [rows],
  )
  const shown = rows.filter((row) => passes(row, search))
  const columns = subjectColumns({
    node: props.node,
    attributes: [...attributes.keys()],
    costs: useCosts(),
    pick: (subject) => change({ subject }),
  })
  return (
    <section className="panel-section">
      <h2>{says.subjects}</h2>
      <Filters search={search} change={change} attributes={attributes} shown={shown.length} all={rows.length} />
      <LedgerTable
        label={says.subjects}
        columns={columns}
        rows={shown}
        rowKey={({ figure }) => figure.id}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        rowClass={({ subject }) => (subject.id === props.picked ? 'selected' : undefined)}
        height="520px"
        empty={<EmptyState title={says.none} />}
      />
    </section>
  )
}

function Filters(props: {
  search: IndicatorSearch
  change: (part: IndicatorSearch) => void
  attributes: ReadonlyMap<string, readonly string[]>
  shown: number
  all: number
}): ReactNode {
  const { search, change } = props
  return (
    <div className="filters">
      <TextFilter label={says.search} text={search.q} onText={(q) => change({ q })} />
      <AttributeFilters attributes={props.attributes} f={search.f} onChoose={(f) => change({ f })} />
      <ChoiceFilter
        label={says.state}
        value={search.state}
        options={figureStates.map((value) => ({ value, label: platformMessages.state[value] }))}
        pick={(value) => change({ state: figureStates.find((state) => state === value) })}
      />
      {(search.q ?? search.state ?? search.f) !== undefined && (
        <Button size="small" type="link" onClick={() => change({ q: undefined, state: undefined, f: undefined })}>
          {evaluationMessages.schools.clear}
        </Button>
      )}
      <span className="filters-end muted">{says.count(props.shown, props.all)}</span>
    </div>
  )
}

function passes({ figure, subject }: Row, search: IndicatorSearch): boolean {
  const words = (search.q ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean)
  const name = `${subjectLabel(subject)} ${subject.unit ?? ''}`.toLowerCase()
  if (!words.every((word) => name.includes(word))) return false
  if (search.state !== undefined && figure.state !== search.state) return false
  return [...parseAttributeFilters(search.f)].every(([title, value]) => subject.attributes[title] === value)
}

interface ColumnsOf {
  readonly node: NodeView
  readonly attributes: readonly string[]
  readonly costs: Costs
  readonly pick: (subject: string) => void
}

function subjectColumns({ node, attributes, costs, pick }: ColumnsOf): Column<Row>[] {
  const words = evaluationMessages.item.subjectColumns
  return [
    {
      key: 'name',
      title: words.name,
      width: 260,
      cell: ({ subject }) => (
        <button
          type="button"
          className="link"
          title={says.pick(subject.name)}
          onClick={() => {
            pick(subject.id)
            window.scrollTo({ top: 0 })
          }}
        >
          {subjectLabel(subject)}
        </button>
      ),
      sortBy: ({ subject }) => subjectLabel(subject),
    },
    ...attributes.map(
      (title): Column<Row> => ({
        key: title,
        title,
        width: 120,
        cell: ({ subject }) => <span className="muted">{subject.attributes[title] ?? says.attributeNone}</span>,
        sortBy: ({ subject }) => subject.attributes[title],
      }),
    ),
    {
      key: 'value',
      title: words.value,
      under: unitOf(node),
      width: 110,
      align: 'right',
      cell: ({ figure, subject }) => (
        <FigureOf figure={figure} node={node} title={`${subject.name} ${node.title}`} plain />
      ),
      sortBy: ({ figure }) => sortValue(figure),
    },
    ...(node.kind === 'indicator' ? judgedColumns(node, costs) : []),
  ]
}

/** How an indicator was judged; an element is not. */
function judgedColumns(node: NodeView, costs: Costs): readonly Column<Row>[] {
  const words = evaluationMessages.item.subjectColumns
  return [
    {
      key: 'standard',
      title: words.standard,
      width: 130,
      cell: ({ figure }) => <span className="muted">{standardWords(figure, node)}</span>,
    },
    {
      key: 'state',
      title: words.state,
      width: 90,
      cell: ({ figure }) => figure.state && <Light state={figure.state} />,
    },
    {
      key: 'gap',
      title: words.gap,
      width: 150,
      align: 'right',
      wrap: true,
      cell: ({ figure }) => <GapText figure={figure} />,
    },
    costColumn(costs),
  ]
}

function costColumn(costs: Costs): Column<Row> {
  return {
    key: 'cost',
    title: evaluationMessages.item.subjectColumns.cost,
    under: evaluationMessages.item.subjectColumns.costUnder,
    width: 110,
    align: 'right',
    cell: ({ figure: { gap } }) => {
      const cost = gap && costs.ofGap(gap)
      return cost && <span title={cost.text}>{cost.shown}</span>
    },
  }
}
