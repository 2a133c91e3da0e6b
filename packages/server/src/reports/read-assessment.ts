import { type Assessment, Figure, Trace } from '@eduduty/core/evaluation'
import { Compile } from 'typebox/compile'
import { getAssessment, type RunKey } from '../evaluation/index.ts'
import type { Queries } from '../platform/db/database.ts'

/** The document of a run with the figures of its indicators, as they were written. Errors: `evaluation.run_not_found`. */
export async function readAssessment(db: Queries, key: RunKey): Promise<Assessment> {
  const assessment = await getAssessment(db, key)
  const indicators = assessment.sections.flatMap(({ items }) => items.map(({ indicator }) => indicator))
  const rows = await db.run<{ figure: unknown }>(
    `select figure from evaluation_figures where county_code = $1 and run_id = $2 and node = any($3::text[])
     order by figure_no`,
    [key.county, key.run, indicators],
  )
  return { ...assessment, figures: rows.flatMap(({ figure }) => (isFigure(figure) ? [figure] : [])) }
}

/** The chains behind figures and behind those that they are computed from, by figure. */
export async function readTraces(
  db: Queries,
  key: RunKey,
  figures: readonly string[],
): Promise<ReadonlyMap<string, Trace>> {
  const own = await readSome(db, key, figures)
  const inputs = [...own.values()].flatMap((trace) => trace.inputs.map(({ figure }) => figure))
  return new Map([...(await readSome(db, key, inputs)), ...own])
}

async function readSome(db: Queries, key: RunKey, figures: readonly string[]): Promise<ReadonlyMap<string, Trace>> {
  const rows = await db.run<{ trace: unknown }>(
    `select content -> 'trace' as trace from evaluation_figures
     where county_code = $1 and run_id = $2 and figure_id = any($3::text[])`,
    [key.county, key.run, figures],
  )
  return new Map(rows.flatMap(({ trace }) => (isTrace(trace) ? [[trace.figure, trace] as const] : [])))
}

let contracts: ReturnType<typeof compile> | undefined
const compile = () => ({ figure: Compile(Figure), trace: Compile(Trace) })

function isFigure(value: unknown): value is Figure {
  contracts ??= compile()
  return contracts.figure.Check(value)
}

function isTrace(value: unknown): value is Trace {
  contracts ??= compile()
  return contracts.trace.Check(value)
}
