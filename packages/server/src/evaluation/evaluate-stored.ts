import { isLost, type RegisterRow } from '@eduduty/core/collection'
import {
  type AggregateSource,
  type CountyFacade,
  type CountyInput,
  evaluateCounty,
  newestYear,
  type PackPlan,
  rosterRows,
} from '@eduduty/core/evaluation'
import { countyKeyOf } from '@eduduty/core/organizations'
import type { Queries } from '../platform/db/database.ts'
import { hasFraction } from '../platform/db/registers/exact-values.ts'
import { planScans, type ScanRequest, scanRegisters } from './scan-registers.ts'
import { findStoredData, readSnapshotRows } from './stored-data.ts'

export interface StoredEvaluation {
  readonly plan: PackPlan
  readonly packHash: string
  readonly county: { readonly code: string; readonly name: string }
  readonly snapshot: string
  readonly year?: number
  readonly runId: string
  readonly program: string
  /** Scans planned before; made anew when absent. */
  readonly scans?: readonly ScanRequest[]
}

/**
 * Evaluates rows that a database keeps: aggregates over many rows by one scan for each register and grain, the rest
 * from the rows. Gives the same figures as evaluating the rows alone.
 */
export async function evaluateStored(db: Queries, input: StoredEvaluation): Promise<CountyFacade> {
  return evaluateCounty(await readStoredInput(db, input))
}

/** What `evaluateStored` evaluates, to be evaluated more than once. */
export async function readStoredInput(db: Queries, input: StoredEvaluation): Promise<CountyInput> {
  const { plan } = input
  const data = await findStoredData(db, plan.pack, countyKeyOf(input.county.code), input.snapshot)
  const rows = await readSnapshotRows(db, plan.pack, data)
  const scans = input.scans ?? planScans(plan)
  const newest = input.year ?? newestYear(plan, rows)
  const sources = new Map<number, AggregateSource>()
  const years = scans.length === 0 ? [] : [...new Set(rows.map((row) => row.year))].filter((year) => year <= newest)
  for (const year of years) sources.set(year, await scanRegisters(db, scans, data, year, leftToRows(plan, rows, year)))
  return { ...input, rows, year: newest, aggregates: (year) => sources.get(year) }
}

/** Registers whose sums must come from the rows: some rows do not count, or hold numbers the database has rounded. */
function leftToRows(plan: PackPlan, rows: readonly RegisterRow[], year: number): ReadonlySet<string> {
  const { strangeColumn, byRegister } = rosterRows(plan, rows, year)
  const found = new Set<string>(byRegister.keys())
  for (const row of rows) {
    const register = plan.register(row.register)
    if (register === undefined) continue
    if (row.year !== year || found.has(row.register)) continue
    if (strangeColumn(register, row) !== undefined || isLost(register, row) || hasFraction(register, row))
      found.add(row.register)
  }
  return found
}
