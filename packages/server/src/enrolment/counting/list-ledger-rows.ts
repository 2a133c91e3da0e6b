import type { LedgerKind, LedgerRow, LedgerRows, LedgerSearch } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SqlRow } from '../../platform/db/database.ts'
import { assertCounty } from './assert-county.ts'
import { childrenSql, findLedgerTables, isUnproven } from './ledger-tables.ts'

export interface LedgerKey {
  readonly county: string
  readonly year: number
  readonly ledger: LedgerKind
}

const findingStates: Readonly<Record<string, string>> = { open: '待核实', confirmed: '属实' }

const suspectedSql = `select finding_id as id, name, sex, birth_on, org_path as path, village, school, state, says
  from enrolment_findings where county_code = $1 and year = $2 and state in ('open', 'confirmed')`

const casesSql = `select case_id as id, child_name as name, sex, birth_on, org_path as path, village,
    school_name as school, case when closed_on is null then '劝返中' else '已销' end as state, grounds as says
  from enrolment_holdings where county_code = $1 and is_lead and until_on is null and extract(year from opened_on) >= $2`

const registerSql = (table: string): string => `select c.township_code || '/' || c.child_no as id, c.child_name as name,
    coalesce(c.gender, '') as sex, c.birth_on, c.org_path as path, coalesce(c.village, '') as village,
    coalesce(c.attended_school, '') as school, c.child_state as state,
    case when ${isUnproven} then '待补证明' else coalesce(c.enrolment_proof, c.delay_approval, '') end as says
  from (${childrenSql(table)}) c`

/** One ledger child by child, those out of school first; names masked, no numbers. Errors: `enrolment.county_not_found`. */
export async function listLedgerRows(ctx: Ctx, key: LedgerKey, search: LedgerSearch): Promise<LedgerRows> {
  const { county, year, ledger } = key
  assertCounty(ctx, county)
  const { db } = ctx
  const { child_register: table } = await findLedgerTables(db)
  if (ledger === 'children' && table === undefined) return { total: 0, rows: [] }
  const sql = ledger === 'children' ? registerSql(table ?? '') : ledger === 'suspected' ? suspectedSql : casesSql
  const values = [county, year, search.unit ?? '', search.state ?? '', search.text ?? '']
  const matching = `(${sql}) l where starts_with(l.path, $3) and ($4 = '' or l.state = $4)
    and ($5 = '' or strpos(l.name || ' ' || l.village || ' ' || l.school, $5) > 0)`
  const [{ total } = { total: '0' }] = await db.run<{ total: string }>(
    `select count(*) as total from ${matching}`,
    values,
  )
  const rows = await db.run(
    `select * from ${matching}
     order by (l.state in ('未入学', '辍学', 'confirmed', '劝返中')) desc, (l.says = '待补证明') desc, l.path, l.id
     limit $6 offset $7`,
    [...values, search.limit ?? 50, search.offset ?? 0],
  )
  const names = await findUnitNames(
    db,
    county,
    rows.map(({ path }) => String(path)),
  )
  return { total: Number(total), rows: rows.map((row) => present(row, year, names.get(String(row.path)) ?? '')) }
}

function present(row: SqlRow, year: number, unit: string): LedgerRow {
  const state = String(row.state)
  const age = ageOn(row.birth_on, year)
  return {
    ...{ id: String(row.id), name: maskName(String(row.name)), sex: String(row.sex), unit },
    ...(age === undefined ? {} : { age }),
    ...{ village: String(row.village), school: String(row.school) },
    ...{ state: findingStates[state] ?? state, says: String(row.says) },
  }
}

/** Whole years on 1 September of a year, of a civil date as text. */
function ageOn(birth: unknown, year: number): number | undefined {
  if (typeof birth !== 'string') return undefined
  const born = Number(birth.slice(0, 4))
  return year - born - (birth.slice(5) > '09-01' ? 1 : 0)
}
