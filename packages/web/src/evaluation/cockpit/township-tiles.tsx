import type { DeadlinesAnswer, NodeView, RankingAnswer, State, Subject } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figuresQuery } from '../../platform/run/queries.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { rankingQuery } from '../compare/queries.ts'
import { useUnitIndicators } from '../compare/rank-filters.tsx'
import { filterableAttributes } from '../schools/subject-row.ts'
import { cockpitMessages } from './messages.ts'
import { RegisterCoverage } from './register-coverage.tsx'

const route = getRouteApi('/shell/run/evaluation/cockpit')
const says = cockpitMessages

interface TilesProps {
  readonly deadlines: DeadlinesAnswer | undefined
  readonly isWall: boolean
}

/** Townships as tiles in a regular grid: no map, so that a small one is read as well as a large one. */
export function TownshipTiles({ deadlines, isWall }: TilesProps): ReactNode {
  const { id, index } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const nodes = useUnitIndicators()
  const groups = useMemo(() => groupsOf(index.assessment.subjects, deadlines), [index, deadlines])
  const node = nodes.find((one) => one.id === search.node) ?? nodes[0]
  const by = groups === 'units' ? undefined : (groups.find((one) => one === search.by) ?? groups[0])
  const isPossible = node !== undefined && (groups === 'units' || by !== undefined)
  const answer = useQuery({ ...rankingQuery(id, { node: node?.id ?? '', by, of: [] }), enabled: isPossible })
  if (node === undefined || !isPossible) return <EmptyState title={says.noTownships} advice={says.noTownshipsAdvice} />
  return (
    <section className="township-section">
      <div className="section-bar">
        <h2>{isWall ? `${says.townships} · ${node.title}` : says.townships}</h2>
        {!isWall && (
          <span className="filters">
            <span className="rank-node">
              <ChoiceFilter
                label={says.node}
                value={node.id}
                options={nodes.map((one) => ({ value: one.id, label: [one.no, one.title].filter(Boolean).join(' ') }))}
                pick={(value) => navigate({ search: (before) => ({ ...before, node: value }), replace: true })}
              />
            </span>
          </span>
        )}
      </div>
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : (
        <Tiles rows={answer.data.rows} node={node} by={by} deadlines={deadlines} />
      )}
      <RegisterCoverage most={isWall ? 2 : 4} />
    </section>
  )
}

/** Whether the units evaluated are the townships themselves; else their attributes, that of the township first. */
function groupsOf(subjects: readonly Subject[], deadlines: DeadlinesAnswer | undefined): 'units' | readonly string[] {
  const units = subjects.filter(({ unit }) => unit !== undefined)
  const townships = new Set(deadlines?.townships.map(({ name }) => name))
  const known = (names: readonly string[]): number => names.filter((name) => townships.has(name)).length
  if (known(units.map(({ name }) => name)) * 2 > units.length) return 'units'
  return [...filterableAttributes(units)]
    .toSorted(([, a], [, b]) => known([...b]) - known([...a]))
    .map(([attribute]) => attribute)
}

interface ShownTiles {
  readonly rows: RankingAnswer['rows']
  readonly node: NodeView
  /** Attribute that the tiles group by; absent where each unit is a tile. */
  readonly by: string | undefined
  readonly deadlines: DeadlinesAnswer | undefined
}

/** Names of the schools of each tile that cannot be judged yet, by the key of the tile. */
function useUndecided({ rows, node, by }: ShownTiles): ReadonlyMap<string, readonly string[]> {
  const { id, index } = useCurrentRun()
  const enabled = by !== undefined && rows.some((row) => stateOf(row) === 'undecided')
  const { data = [] } = useQuery({ ...figuresQuery(id, { node: [node.id] }), enabled })
  const names = new Map<string, string[]>()
  for (const { subject: of, state } of data) {
    const subject = index.subjects.get(of)
    if (state !== 'undecided' || subject?.unit === undefined || !subject.included || by === undefined) continue
    const key = subject.attributes[by] ?? ''
    const known = names.get(key) ?? []
    if (!known.includes(subject.name)) names.set(key, [...known, subject.name])
  }
  return names
}

function Tiles(props: ShownTiles): ReactNode {
  const collected = new Map(props.deadlines?.townships.map((one) => [one.name, one]))
  const undecided = useUndecided(props)
  const byName = new Intl.Collator('zh-CN')
  const rows = props.rows.toSorted(
    (a, b) => badness[stateOf(a)] - badness[stateOf(b)] || byName.compare(a.name, b.name),
  )
  return (
    <ul className="township-tiles">
      {rows.map((row) => {
        const state = stateOf(row)
        const tasks = collected.get(row.name)
        return (
          <li key={row.key} className={`township-tile township-${state}`}>
            <Link
              to="/evaluation/indicators/$node"
              params={{ node: props.node.id }}
              search={props.by === undefined ? {} : { f: [`${props.by}=${row.key}`] }}
            >
              <strong>{row.name}</strong>
              <Light state={state} />
              <span>
                {props.by === undefined ? row.shown : row.n === 0 ? says.noneJudged : says.share(row.met, row.n)}
              </span>
              {state === 'undecided' && props.by !== undefined && (
                <span className="short">{says.undecidedOf(row.undecided, undecided.get(row.key) ?? [])}</span>
              )}
              {tasks !== undefined && (
                <span className="muted">
                  {says.reported(tasks.submitted, tasks.tasks)}
                  {tasks.overdue > 0 && <span className="wrong apart">{says.overdue(tasks.overdue)}</span>}
                </span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

const badness: Record<State, number> = { unmet: 0, error: 1, undecided: 2, met: 3, not_applicable: 4 }

/** A township is as its worst school is. */
function stateOf({ unmet, undecided, met }: RankingAnswer['rows'][number]): State {
  if (unmet > 0) return 'unmet'
  if (undecided > 0) return 'undecided'
  return met > 0 ? 'met' : 'not_applicable'
}
