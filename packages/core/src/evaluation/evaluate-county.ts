import type { Finding, RegisterRow } from '../collection/index.ts'
import type { FileView } from './assessment.ts'
import type { AssessmentFrame } from './build-assessment.ts'
import { CountyFacade } from './county-facade.ts'
import { dataFindings } from './data-findings.ts'
import { windowFindings } from './effect-view.ts'
import { evaluateYear, type YearResult } from './evaluate-year.ts'
import type { AggregateSource, Assumed } from './evaluated-year.ts'
import type { Evaluation } from './evaluation.ts'
import type { PackPlan } from './plan.ts'
import type { VerifiedItems } from './rating/verified-items.ts'
import { rosterIds } from './roster.ts'

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
  /** Of the chosen year. */
  readonly assumed?: Assumed
  readonly aggregates?: (year: number) => AggregateSource | undefined
  readonly onYear?: (year: number, done: number, total: number) => void
  /** What people made of items of the chosen year. */
  readonly verified?: VerifiedItems
}

/** An evaluated county with how its year came about: what a change of some cells goes on from. */
export interface StandingCounty {
  readonly input: CountyInput
  readonly county: CountyFacade
  readonly result: YearResult
}

/**
 * Evaluates a county year by year, oldest first, so that 上年 is known; the answer is the chosen year.
 * Pure: the same input gives the same figures to the digit.
 */
export const evaluateCounty = (input: CountyInput): CountyFacade => standCounty(input).county

/** The same, keeping what `recompute` needs. */
export function standCounty(input: CountyInput): StandingCounty {
  const year = input.year ?? newestYear(input.plan, input.rows)
  const years = [...new Set(input.rows.map((row) => row.year))]
    .filter((other) => other < year)
    .toSorted((a, b) => a - b)
  const county = input.county ?? findCounty(input.plan, input.rows, year)
  let last: StandingCounty | undefined
  const earlier: Evaluation[] = []
  const all = [...years, year]
  for (const [done, current] of all.entries()) {
    input.onYear?.(current, done, all.length)
    const before = last?.county.year === current - 1 ? last.county : undefined
    const aggregates = input.aggregates?.(current)
    const past = {
      previous: before?.evaluation,
      earlier: [...earlier],
      ...(current === year && input.verified !== undefined && { verified: input.verified }),
      ...(aggregates === undefined ? {} : { aggregates }),
      ...(input.assumed === undefined || current !== year ? {} : { assumed: input.assumed }),
    }
    const result = evaluateYear({ plan: input.plan, rows: input.rows, year: current, county, past })
    const findings = current === year ? [...(input.findings ?? []), ...findingsOf(input, result)] : []
    last = {
      input,
      county: new CountyFacade(result.evaluation, frameOf(input, findings, past.earlier), before),
      result,
    }
    earlier.push(result.evaluation)
  }
  if (last === undefined) throw new RangeError('no year to evaluate')
  return last
}

/** What is to be said of the rows of a year besides what the evaluation itself says. */
function findingsOf({ rows }: CountyInput, { first, outcomes }: YearResult): readonly Finding[] {
  const checked = [...outcomes.values()].flatMap(({ findings }) => findings)
  return [...dataFindings(first, rows), ...checked, ...windowFindings(first)]
}

export const frameOf = (
  input: CountyInput,
  findings: readonly Finding[],
  earlier: readonly Evaluation[],
): AssessmentFrame => ({ ...input, findings, files: input.files ?? [], earlier })

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
