import { CHAIN_STEPS, nextInChain } from '@eduduty/core/documents'
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

/** The chains behind figures, step by step down to their cells, by figure. */
export async function readTraces(
  db: Queries,
  key: RunKey,
  figures: readonly string[],
): Promise<ReadonlyMap<string, Trace>> {
  const found = new Map<string, Trace>()
  let wanted = figures
  for (let step = 0; step <= CHAIN_STEPS && wanted.length > 0; step += 1) {
    const read = await readSome(db, key, wanted)
    for (const [figure, trace] of read) found.set(figure, trace)
    wanted = [...new Set([...read.values()].flatMap(nextInChain))].filter((figure) => !found.has(figure))
  }
  return found
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
