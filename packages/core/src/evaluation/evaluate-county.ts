import type { Finding, RegisterRow } from '../collection/index.ts'
import type { FileView } from './assessment.ts'
import { CountyFacade } from './county-facade.ts'
import { dataFindings } from './data-findings.ts'
import { windowFindings } from './effect-view.ts'
import type { AggregateSource, EvaluationOptions } from './evaluated-year.ts'
import { Evaluation } from './evaluation.ts'
import type { PackPlan } from './plan.ts'
import { rosterIds } from './roster.ts'
import { runChecks } from './run-checks.ts'
import { YearData } from './year-data.ts'

/** What is evaluated. `rows` are of all years; hashes and files are carried into the document. */
export interface CountyInput {
  readonly plan: PackPlan
  readonly rows: readonly RegisterRow[]
  /** Default: the newest year of the registers of units, else of any row. */
  readonly year?: number
  /** Default: what the pack's county register says. */
  readonly county?: { readonly code: string; readonly name: string }
  readonly packHash: string
  readonly snapshot: string
  readonly runId: string
  readonly program: string
  /** From reading; those of the checks are added. */
  readonly findings?: readonly Finding[]
  readonly files?: readonly FileView[]
  readonly aggregates?: (year: number) => AggregateSource | undefined
  readonly onYear?: (year: number, done: number, total: number) => void
}

/**
 * Evaluates a county year by year, oldest first, so that 上年 is known; the answer is the chosen year.
 * Pure: the same input gives the same figures to the digit.
 */
export function evaluateCounty(input: CountyInput): CountyFacade {
  const year = input.year ?? newestYear(input.plan, input.rows)
  const years = [...new Set(input.rows.map((row) => row.year))]
    .filter((other) => other < year)
    .toSorted((a, b) => a - b)
  const county = input.county ?? findCounty(input.plan, input.rows, year)
  let previous: CountyFacade | undefined
  const earlier: Evaluation[] = []
  const all = [...years, year]
  for (const [done, current] of all.entries()) {
    input.onYear?.(current, done, all.length)
    const before = previous?.year === current - 1 ? previous : undefined
    const { evaluation, findings } = evaluateYear(input, current, county, {
      previous: before?.evaluation,
      earlier: [...earlier],
    })
    const own = current === year ? [...(input.findings ?? []), ...findings] : []
    const frame = { ...input, findings: own, files: input.files ?? [], earlier: [...earlier] }
    earlier.push(evaluation)
    previous = new CountyFacade(evaluation, frame, before)
  }
  if (previous === undefined) throw new RangeError('no year to evaluate')
  return previous
}

function evaluateYear(
  input: CountyInput,
  year: number,
  county: { readonly code: string; readonly name: string },
  past: Pick<EvaluationOptions, 'previous' | 'earlier'>,
): { readonly evaluation: Evaluation; readonly findings: readonly Finding[] } {
  const { plan } = input
  const aggregates = input.aggregates?.(year)
  const options: EvaluationOptions = {
    occasion: { date: `${year}-${plan.pack.pack.reference_day ?? '12-31'}`, countyCode: county.code },
    countyName: county.name,
    ...past,
    ...(aggregates === undefined ? {} : { aggregates }),
  }
  const first = new Evaluation(plan, new YearData(plan, input.rows, year), options)
  const checked = runChecks(first)
  const findings = [...dataFindings(first, input.rows), ...checked.findings, ...windowFindings(first)]
  if (checked.doubts.size === 0) return { evaluation: first, findings }
  // Results of the database know nothing of doubts: rows speak for themselves where some are doubtful.
  const { aggregates: _, ...plain } = options
  return { evaluation: new Evaluation(plan, new YearData(plan, input.rows, year, checked.doubts), plain), findings }
}

/** Newest year that the registers of units cover, else that any row has; the year of no rows is 0. */
export function newestYear(plan: PackPlan, rows: readonly RegisterRow[]): number {
  const rosters = rosterIds(plan)
  const own = rows.filter((row) => rosters.has(row.register))
  return (own.length > 0 ? own : rows).reduce((newest, row) => Math.max(newest, row.year), 0)
}

/** Code and name of the county as its own register says; plain words where it does not. */
export function findCounty(
  plan: PackPlan,
  rows: readonly RegisterRow[],
  year: number,
): { readonly code: string; readonly name: string } {
  const { county } = plan.pack.pack
  const own = rows.filter((row) => row.register === county?.register)
  const row = own.find((candidate) => candidate.year === year) ?? own.at(-1)
  const text = (column: string | undefined): string | undefined => {
    const cell = column === undefined ? undefined : row?.values[column]
    return cell === undefined ? undefined : String(cell)
  }
  return { code: text(county?.code) ?? '000000', name: text(county?.name) ?? '本县' }
}
