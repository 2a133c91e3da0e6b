import { type Assessment, Figure, type PackPlan } from '@eduduty/core/evaluation'
import type { ReportFigure } from '@eduduty/core/reports'
import { Value } from 'typebox/value'
import type { RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { initialsOf } from '../../platform/initials.ts'

export interface FigurePlace {
  readonly grain: string
  readonly subject: string
}

/** Numbers that a run kept of one unit, as far as the caller reaches, in the order of the pack. Nothing is computed for it. */
export async function findFigures(
  { db }: Pick<Ctx, 'db'>,
  { county, run }: RunKey,
  { nodes }: Assessment,
  plan: PackPlan,
  { grain, subject }: FigurePlace,
): Promise<ReportFigure[]> {
  const rows = await db.run<{ figure: unknown }>(
    `select figure from evaluation_figures where county_code = $1 and run_id = $2 and grain = $3 and subject = $4
     order by figure_no`,
    [county, run, grain, subject],
  )
  const known = new Map(nodes.map((node) => [node.id, node]))
  return rows.flatMap(({ figure }): readonly ReportFigure[] => {
    if (!Value.Check(Figure, figure) || !/\d/.test(figure.shown)) return []
    const node = known.get(figure.node)
    const formula = node === undefined ? undefined : formulaOf(plan, grain, node.title)
    if (node === undefined || formula === undefined) return []
    return [
      {
        ...{ title: node.title, initials: initialsOf(node.title), shown: figure.shown },
        ...(node.unit !== undefined && { unit: node.unit }),
        bound: { grain, subject, formula },
      },
    ]
  })
}

/** A title as a formula writes it; undefined where it cannot, and so cannot be bound. */
const formulaOf = (plan: PackPlan, grain: string, title: string): string | undefined =>
  [title, `「${title}」`].find((formula) => plan.program(grain, formula).problems.length === 0)
