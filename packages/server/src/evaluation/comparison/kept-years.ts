import type { Assessment, Figure, Side } from '@eduduty/core/evaluation'
import { Figure as FigureSchema } from '@eduduty/core/evaluation'
import { Value } from 'typebox/value'
import type { Queries } from '../../platform/db/database.ts'
import { getAssessment, type RunKey } from '../find-run.ts'

/** One year of a county: of a run that was kept, or of the earlier years that the run at hand read itself. */
export interface KeptYear {
  readonly year: number
  readonly run: string | undefined
  readonly assessment: Assessment
  readonly figures: ReadonlyMap<string, Figure>
}

/** What a figure of the year means. */
export function sideOf(kept: KeptYear, figure: string, nodes = nodesOf(kept.assessment)): Side {
  return { run: kept.assessment.run, year: kept.year, nodes, figure: kept.figures.get(figure) }
}

export const nodesOf = ({ nodes }: Assessment): Side['nodes'] => new Map(nodes.map((node) => [node.id, node]))

/** Figures of a run by id: all, those of some nodes, or some alone. */
export async function readFigures(
  db: Queries,
  key: RunKey,
  wanted: { readonly nodes?: readonly string[]; readonly figures?: readonly string[] } = {},
): Promise<ReadonlyMap<string, Figure>> {
  const rows = await db.run<{ figure: unknown }>(
    `select figure from evaluation_figures where county_code = $1 and run_id = $2
       and ($3::text[] is null or node = any($3::text[])) and ($4::text[] is null or figure_id = any($4::text[]))
     order by figure_no`,
    [key.county, key.run, wanted.nodes ?? null, wanted.figures ?? null],
  )
  const figures = rows.flatMap(({ figure }) => (Value.Check(FigureSchema, figure) ? [figure] : []))
  return new Map(figures.map((figure) => [figure.id, figure]))
}

/** Earlier years that the run read itself, oldest first; their figures are those of the county. */
export function historyYears(assessment: Assessment): readonly KeptYear[] {
  return assessment.history.map(({ year, figures }) => ({
    year,
    run: undefined,
    assessment,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  }))
}

/** Of each other year of the same county and pack the newest run, an official one before a preview. */
export function listRunsOfYears(
  db: Queries,
  key: RunKey,
  { packId, year }: { readonly packId: string; readonly year: number },
): Promise<readonly { readonly run_id: string; readonly year: number }[]> {
  return db.run(
    `select distinct on (year) run_id, year from evaluation_runs
     where county_code = $1 and pack_id = $2 and year <> $3
     order by year, status = 'official' desc, created_at desc, run_id`,
    [key.county, packId, year],
  )
}

/** A run with some of its figures. */
export async function readKept(db: Queries, key: RunKey, wanted: Parameters<typeof readFigures>[2]): Promise<KeptYear> {
  const assessment = await getAssessment(db, key)
  return { year: assessment.run.year, run: key.run, assessment, figures: await readFigures(db, key, wanted) }
}
