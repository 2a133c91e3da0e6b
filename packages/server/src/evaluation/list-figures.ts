import { Figure, Mention, Trace } from '@eduduty/core/evaluation'
import { type Static, Type } from 'typebox'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { strict } from '../platform/http/schemas.ts'
import type { RunKey } from './find-run.ts'

export const FigureList = Type.Object({ figures: Type.Array(Figure) }, strict)
export const FigureAnswer = Type.Object({ figure: Figure, trace: Trace, mentions: Type.Array(Mention) }, strict)
export type FigureAnswer = Static<typeof FigureAnswer>

export interface FigureFilter {
  readonly grain?: string
  readonly node?: readonly string[]
  readonly subject?: readonly string[]
  /** Of this unit of the county's tree alone, not of those below it. */
  readonly unit?: string
}

/** Figures fetched at once. */
const PAGE = 2000

/**
 * Figures of a run as the JSON text of a FigureList, piece by piece: a run may have more of them than fit in memory.
 * By grain, node, subject and unit; all filters must fit. In the order of the pack, then of the subjects. What is stored
 * kept the contract when it was written, and goes out as it stands.
 */
export async function* listFigures(db: Queries, key: RunKey, filter: FigureFilter): AsyncGenerator<string> {
  const { grain, node, subject, unit } = filter
  let after = 0
  let gap = '{"figures":['
  for (;;) {
    const rows = await db.run<{ figure_no: number; figure: string }>(
      `select figure_no, figure::text as figure from evaluation_figures
       where county_code = $1 and run_id = $2 and figure_no > $3
         and ($4::text is null or grain = $4)
         and ($5::text[] is null or node = any($5::text[]))
         and ($6::text[] is null or subject = any($6::text[]))
         and ($7::text is null or org_path = (
           select u.org_path from organizations_units u where u.county_code = $1 and u.unit_id = $7))
       order by figure_no limit ${PAGE}`,
      [key.county, key.run, after, grain ?? null, node ?? null, subject ?? null, unit ?? null],
    )
    if (rows.length > 0) yield `${gap}${rows.map((row) => row.figure).join(',')}`
    const last = rows.at(-1)
    if (last !== undefined) gap = ','
    if (last === undefined || rows.length < PAGE) break
    after = last.figure_no
  }
  yield gap === ',' ? ']}' : `${gap}]}`
}

/** One figure with its chain and the sentences it stands in, as the JSON text of a FigureAnswer. Errors: `evaluation.figure_not_found`. */
export async function getFigure(db: Queries, key: RunKey, figure: string): Promise<string> {
  const [row] = await db.run<{ answer: string }>(
    `select jsonb_build_object('figure', figure, 'trace', content -> 'trace', 'mentions', content -> 'mentions')::text as answer
     from evaluation_figures where county_code = $1 and run_id = $2 and figure_id = $3`,
    [key.county, key.run, figure],
  )
  if (row === undefined) throw new AppError('evaluation.figure_not_found', { figure })
  return row.answer
}
