import { Figure, Mention, Trace } from '@eduduty/core/evaluation'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { getAssessment, type RunKey } from './find-run.ts'

const strict = { additionalProperties: false } as const

export const FigureAnswer = Type.Object({ figure: Figure, trace: Trace, mentions: Type.Array(Mention) }, strict)
export type FigureAnswer = Static<typeof FigureAnswer>

export interface FigureFilter {
  readonly grain?: string
  readonly node?: readonly string[]
  readonly subject?: readonly string[]
}

/** Figures of a run, by grain, node and subject; all filters must fit. In the order of the pack, then of the subjects. */
export async function listFigures(db: Queries, key: RunKey, filter: FigureFilter): Promise<Figure[]> {
  const assessment = await getAssessment(db, key)
  const wanted = assessment.nodes.filter(
    (node) =>
      (filter.grain === undefined || node.grain === filter.grain) &&
      (filter.node === undefined || filter.node.includes(node.id)),
  )
  const rows = await db.run<{ figure: unknown }>(
    `select content -> 'figure' as figure from evaluation_figures
     where county_code = $1 and run_id = $2 and split_part(figure_id, '@', 1) = any($3::text[])
       and ($4::text[] is null or substr(figure_id, strpos(figure_id, '@') + 1) = any($4::text[]))`,
    [key.county, key.run, wanted.map((node) => node.id), filter.subject ?? null],
  )
  const figures = rows.flatMap((row) => (Value.Check(Figure, row.figure) ? [row.figure] : []))
  const nodes = new Map(assessment.nodes.map((node, index) => [node.id, index]))
  const subjects = new Map(assessment.subjects.map((subject, index) => [subject.id, index]))
  const place = (figure: Figure): number =>
    (nodes.get(figure.node) ?? 0) * (assessment.subjects.length + 1) + (subjects.get(figure.subject) ?? 0)
  return figures.toSorted((a, b) => place(a) - place(b))
}

/** One figure with its chain and the sentences it stands in. Errors: `evaluation.figure_not_found`. */
export async function getFigure(db: Queries, key: RunKey, figure: string): Promise<FigureAnswer> {
  const [row] = await db.run<{ content: unknown }>(
    'select content from evaluation_figures where county_code = $1 and run_id = $2 and figure_id = $3',
    [key.county, key.run, figure],
  )
  if (row === undefined || !Value.Check(FigureAnswer, row.content))
    throw new AppError('evaluation.figure_not_found', { figure })
  return row.content
}
