import { Assessment } from '@eduduty/core/evaluation'
import { Compile } from 'typebox/compile'
import type { Queries } from '../platform/db/database.ts'
import { AppError } from '../platform/errors/app-error.ts'

/** Which run is meant, with the county that its rows are kept under. */
export interface RunKey {
  readonly county: string
  readonly run: string
}

/** The run of an id, or the newest for `latest`. Errors: `evaluation.run_not_found`. */
export async function getRunKey(db: Queries, run: string): Promise<RunKey> {
  const rows = await db.run<{ county_code: string; run_id: string }>(
    run === 'latest'
      ? 'select county_code, run_id from evaluation_runs order by created_at desc, run_id limit 1'
      : 'select county_code, run_id from evaluation_runs where run_id = $1 order by created_at desc limit 1',
    run === 'latest' ? [] : [run],
  )
  const [found] = rows
  if (found === undefined) throw new AppError('evaluation.run_not_found')
  return { county: found.county_code, run: found.run_id }
}

/** What is kept of a run besides its document. */
export interface RunFacts {
  readonly packId: string
  readonly packHash: string
  readonly snapshot: string
  readonly year: number
  readonly countyName: string
  readonly status: 'preview' | 'official'
  readonly createdAt: string
}

interface RunRow {
  readonly pack_id: string
  readonly pack_hash: string
  readonly snapshot_hash: string
  readonly year: number
  readonly county_name: string
  readonly status: 'preview' | 'official'
  readonly created_at: string
}

/** Errors: `evaluation.run_not_found`. */
export async function getRunFacts(db: Queries, key: RunKey): Promise<RunFacts> {
  const [row] = await db.run<RunRow>(
    `select pack_id, pack_hash, snapshot_hash, year, county_name, status, created_at from evaluation_runs
     where county_code = $1 and run_id = $2`,
    [key.county, key.run],
  )
  if (row === undefined) throw new AppError('evaluation.run_not_found')
  return {
    packId: row.pack_id,
    packHash: row.pack_hash,
    snapshot: row.snapshot_hash,
    year: row.year,
    countyName: row.county_name,
    status: row.status,
    createdAt: row.created_at,
  }
}

/** Compiled when first asked for, then kept: the contract is large. */
let contract: ReturnType<typeof compileContract> | undefined
const compileContract = () => Compile(Assessment)

/** True when a document keeps the contract: nothing is missing and nothing undeclared would leave with it. */
export function isAssessment(document: unknown): document is Assessment {
  contract ??= compileContract()
  return contract.Check(document)
}

/** The stored document of a run; its figures are kept apart and are empty here. */
export async function getAssessment(db: Queries, key: RunKey): Promise<Assessment> {
  const [row] = await db.run<{ assessment: unknown }>(
    'select assessment from evaluation_runs where county_code = $1 and run_id = $2',
    [key.county, key.run],
  )
  if (row === undefined) throw new AppError('evaluation.run_not_found')
  if (!isAssessment(row.assessment)) throw new Error(`stored assessment of ${key.run} does not fit the contract`)
  return row.assessment
}
