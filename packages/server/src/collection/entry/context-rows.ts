import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { counts } from '../counting-submissions.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { readRegisterRows } from '../rows/read-register-rows.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { type RuleRow, ruleRows } from './task-rows.ts'

export interface ContextWanted {
  readonly county: string
  /** The unit's own path: nothing of others. */
  readonly path: string
  readonly year: number
  readonly register: Register
  /** Not this one. */
  readonly except?: string | undefined
  readonly limit: number
}

/** The submission in which a unit's rows of a register stand, and their table. */
export interface Context {
  readonly submissionId: string
  readonly table: RegisterTable
}

/** Which registers anybody has handed in for these years, each as `register year`: others need not be looked into. */
export async function listHandedIn(
  db: Queries,
  county: string,
  years: readonly number[],
): Promise<ReadonlySet<string>> {
  const rows = await db.run<{ register: string; year: number }>(
    `select distinct s.register, s.year from collection_submissions s
     where s.county_code = $1 and s.year = any($2::int[]) and ${counts('s')}`,
    [county, years],
  )
  return new Set(rows.map(({ register, year }) => `${register} ${year}`))
}

/**
 * Where the unit's rows of a register for a year are: of its tasks before what was read from folders, the newest first.
 * Undefined when it has none.
 */
export async function findContext(
  db: Queries,
  pack: TaskPack,
  { register, county, year, path, except }: Omit<ContextWanted, 'limit'>,
): Promise<Context | undefined> {
  const table = await getRegisterTable(db, pack, register)
  const [newest] = await db.run<{ submission_id: string }>(
    `select s.submission_id from collection_submissions s
     where s.county_code = $1 and s.register = $2 and s.year = $3 and s.pack_id = $4 and ${counts('s')}
       and s.submission_id <> $6
       and exists (select from ${quoteName(table.name)} r where r.county_code = s.county_code
         and r.submission_id = s.submission_id and r.org_path = $5)
     order by (s.task_id is not null) desc, s.created_at desc, s.submission_id limit 1`,
    [county, register.id, year, register.home ?? pack.pack.pack.id, path, except ?? ''],
  )
  return newest && { submissionId: newest.submission_id, table }
}

/** What the unit has in a register for a year. Empty when it has nothing. */
export async function readContextRows(
  db: Queries,
  pack: TaskPack,
  wanted: ContextWanted,
  keyring: Keyring,
): Promise<readonly RuleRow[]> {
  const { register, county, year } = wanted
  const context = await findContext(db, pack, wanted)
  if (context === undefined) return []
  const rows = await readRegisterRows(db, context.table, {
    county,
    submissionId: context.submissionId,
    paths: [wanted.path],
    limit: wanted.limit,
  })
  return ruleRows(register, year, rows, guardOf(keyring, register, county))
}
