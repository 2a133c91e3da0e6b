import { type FigureState, reachesTarget, TargetComparison, type TaskTarget } from '@eduduty/core/duties'
import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import { Value } from 'typebox/value'
import type { Acting } from '../acting.ts'
import type { StoredTask } from '../tasks/task-row.ts'

/** What the indicator of a task says, in the latest evaluation of the year. */
export interface TaskFigure {
  readonly run: string
  readonly figure: Figure
  readonly node: NodeView | undefined
  /** What the task itself is to reach. */
  readonly target: TaskTarget | undefined
}

type Measured = Pick<
  StoredTask,
  'task_id' | 'org_path' | 'indicator' | 'indicator_pack' | 'target_comparison' | 'target_value'
>

interface FoundRow {
  readonly node: string
  readonly org_path: string
  readonly figure: Figure
}

interface RunRow {
  readonly run_id: string
  readonly pack_id: string
  readonly nodes: readonly NodeView[]
}

/**
 * Figures of tasks by task: that of the unit itself where the indicator is measured for units, that of the county where it
 * is not. The system reads, for a unit that has a task does not reach the county's evaluation.
 */
export async function readFigures(
  { asSystem }: Pick<Acting, 'asSystem'>,
  county: string,
  year: number,
  tasks: readonly Measured[],
): Promise<ReadonlyMap<string, TaskFigure>> {
  const packs = [...new Set(tasks.flatMap(({ indicator_pack: pack }) => (pack === null ? [] : [pack])))]
  if (packs.length === 0) return new Map()
  return asSystem(county, async (db) => {
    const runs = await db.run<RunRow>(
      `select distinct on (pack_id) pack_id, run_id, assessment -> 'nodes' as nodes from evaluation_runs
       where county_code = $1 and year = $2 and pack_id = any($3::text[]) order by pack_id, created_at desc`,
      [county, year, packs],
    )
    const found = new Map<string, TaskFigure>()
    for (const { run_id: run, pack_id: pack, nodes } of runs) {
      const own = tasks.filter(({ indicator_pack: one }) => one === pack)
      const rows = await db.run<FoundRow>(
        `select node, org_path, figure from evaluation_figures
         where county_code = $1 and run_id = $2 and node = any($3::text[]) and org_path = any($4::text[])`,
        [
          county,
          run,
          own.map(({ indicator }) => indicator),
          [areaPath(county), ...own.map(({ org_path: path }) => path)],
        ],
      )
      for (const task of own) {
        const row = pick(rows, task, county)
        if (row === undefined) continue
        found.set(task.task_id, {
          run,
          figure: row.figure,
          node: nodes.find(({ id }) => id === row.node),
          target: targetOf(task),
        })
      }
    }
    return found
  })
}

function pick(
  rows: readonly FoundRow[],
  { indicator, org_path: path }: Measured,
  county: string,
): FoundRow | undefined {
  const of = rows.filter(({ node }) => node === indicator)
  return of.find((row) => row.org_path === path) ?? of.find((row) => row.org_path === areaPath(county))
}

/** Undefined where the standard of the indicator itself counts. */
export function targetOf(row: Pick<StoredTask, 'target_comparison' | 'target_value'>): TaskTarget | undefined {
  const { target_comparison: comparison, target_value: value } = row
  return value !== null && Value.Check(TargetComparison, comparison) ? { comparison, value } : undefined
}

/** Undefined where there is no evaluation, or the indicator does not apply. */
export function stateOfFigure(figure: TaskFigure | undefined): FigureState | undefined {
  if (figure?.target !== undefined && figure.figure.state !== 'not_applicable') {
    const reached = reachesTarget(figure.target, figure.figure.value, figure.node?.percent === true)
    return reached === undefined ? 'undecided' : reached ? 'met' : 'unmet'
  }
  switch (figure?.figure.state) {
    case 'met':
    case 'unmet':
    case 'undecided':
      return figure.figure.state
    default:
      return undefined
  }
}
