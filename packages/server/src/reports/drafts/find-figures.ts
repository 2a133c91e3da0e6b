import { countedIn } from '@eduduty/core/documents'
import { type Assessment, COUNTY, Figure, type NodeView, type PackPlan } from '@eduduty/core/evaluation'
import type { ReportFigure } from '@eduduty/core/reports'
import { Value } from 'typebox/value'
import type { RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { initialsOf } from '../../platform/initials.ts'
import { verdictNames } from './verdict-names.ts'

export interface FigurePlace {
  readonly grain: string
  readonly subject: string
}

interface FigureRow {
  readonly grain: string
  readonly subject: string
  readonly figure: unknown
}

/**
 * Numbers that a run kept of one unit, as far as the caller reaches: what it counted, then, for the county, those of its
 * parts that are no units, such as 小学, then its own; what is judged before what is measured. Nothing is computed for it.
 */
export async function findFigures(
  { db }: Pick<Ctx, 'db'>,
  { county, run }: RunKey,
  assessment: Assessment,
  plan: PackPlan,
  place: FigurePlace,
): Promise<ReportFigure[]> {
  const divisions = place.grain === COUNTY ? divisionsOf(assessment) : new Set<string>()
  const rows = await db.run<FigureRow>(
    `select grain, subject, figure from evaluation_figures where county_code = $1 and run_id = $2
     and (grain = $3 and subject = $4 or grain = any($5::text[])) order by figure_no`,
    [county, run, place.grain, place.subject, [...divisions]],
  )
  if (rows.length === 0) return []
  const known = new Map(assessment.nodes.map((node) => [node.id, node]))
  const isJudged = ({ figure }: FigureRow): boolean =>
    Value.Check(Figure, figure) && known.get(figure.node)?.kind === 'indicator'
  const measured = [...rows.filter(isJudged), ...rows.filter((row) => !isJudged(row))].flatMap(
    (row): readonly ReportFigure[] => {
      const { figure } = row
      if (!Value.Check(Figure, figure) || !/\d/.test(figure.shown)) return []
      const node = known.get(figure.node)
      const found = node === undefined ? undefined : presentFigure(plan, row, node, figure.shown)
      return found === undefined ? [] : [divisions.has(row.grain) ? ofDivision(found, row.subject) : found]
    },
  )
  const order = ['verdict', 'division', 'judged', 'own']
  return [...countedFigures(assessment, place), ...measured].toSorted(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group),
  )
}

/** Grains whose subjects are no reporting units: parts of the county as a whole. */
function divisionsOf({ subjects }: Assessment): ReadonlySet<string> {
  const units = new Set(subjects.filter(({ unit }) => unit !== undefined).map(({ grain }) => grain))
  return new Set(subjects.map(({ grain }) => grain).filter((grain) => grain !== COUNTY && !units.has(grain)))
}

function presentFigure(
  plan: PackPlan,
  { grain, subject }: FigureRow,
  { title, unit }: NodeView,
  shown: string,
): ReportFigure | undefined {
  const formula = formulaOf(plan, grain, title)
  if (formula === undefined) return undefined
  return {
    group: 'own',
    title,
    initials: initialsOf(title),
    shown,
    ...(unit !== undefined && { unit }),
    bound: { grain, subject, formula },
  }
}

function ofDivision(figure: ReportFigure, subject: string): ReportFigure {
  const title = `${subject}　${figure.title}`
  return { ...figure, group: 'division', title, initials: initialsOf(title) }
}

/** What the run counted at the place: items met and not, and of each indicator how many of those judged. */
const countedFigures = (assessment: Assessment, { grain, subject }: FigurePlace): readonly ReportFigure[] =>
  verdictNames(assessment, { grain, subject }).flatMap(({ group, title, unit, formula }) => {
    const bound = { grain, subject, formula }
    const shown = countedIn(assessment, bound)?.text
    return shown === undefined ? [] : [{ group, title, initials: initialsOf(title), shown, unit, bound }]
  })

/** A title as a formula writes it; undefined where it cannot, and so cannot be bound. */
const formulaOf = (plan: PackPlan, grain: string, title: string): string | undefined =>
  [title, `「${title}」`].find((formula) => plan.program(grain, formula).problems.length === 0)
