import { outOfSchoolLedgers } from '@eduduty/core/enrolment'
import { counts } from '../../collection/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { quoteLiteral, quoteName } from '../../platform/db/identifiers.ts'

/** Registers that the ledgers are read from, with the pack that each belongs to. */
const homes = {
  child_register: 'duty-registers',
  township_basics: 'duty-registers',
  pupil_roster: 'duty-registers',
} as const

export type LedgerRegister = keyof typeof homes

/** SQL names of the tables that are installed, newest generation of each; a pack that is not installed has none. */
export type LedgerTables = Readonly<Partial<Record<LedgerRegister, string>>>

export async function findLedgerTables(db: Queries): Promise<LedgerTables> {
  const ids = Object.keys(homes)
  const rows = await db.run<{ register_id: LedgerRegister; table_name: string }>(
    `select distinct on (register_id) register_id, table_name from packs_register_tables
     where pack_id = any($1::text[]) and register_id = any($2::text[])
     order by register_id, generation desc`,
    [[...new Set(Object.values(homes))], ids],
  )
  return Object.fromEntries(rows.map(({ register_id, table_name }) => [register_id, quoteName(table_name)]))
}

/**
 * SQL: rows `r` of a register of a county ($1) within reach that count, with their submission `s`. One that the bureau handed
 * in for many units lies out of their reach, and has no `s` for them: its rows are theirs all the same.
 */
export const countedOfCounty = (table: string): string => `${table} r
  left join collection_submissions s on s.county_code = $1 and s.submission_id = r.submission_id
  where r.county_code = $1 and (s.submission_id is null or ${counts('s')})`

/** SQL: the same of one year ($2). */
export const countedRows = (table: string): string => `${countedOfCounty(table)} and r.year = $2`

/** SQL: of what was handed in twice the newer first, what lies out of reach last. */
export const newerFirst = 's.created_at desc nulls last'

/** SQL: the children of 适龄儿童少年名册 of a county ($1) and year ($2) within reach, each once. */
export const childrenSql = (table: string): string => `
  select distinct on (r.township_code, r.child_no) r.*, coalesce(split_part(r.id_number, ':', 1), '') as index
  from ${countedRows(table)}
  order by r.township_code, r.child_no, ${newerFirst}`

/** SQL: findings of children who may be out of school, not of cells or rolls to be put right. */
export const isSuspected = `ledger in (${outOfSchoolLedgers.map(quoteLiteral).join(', ')})`

/** SQL: a row `c` of 适龄儿童少年名册 is of a child out of school. */
export const isOut = `c.child_state in ('未入学', '辍学')`

/** SQL: a row `c` of 适龄儿童少年名册 is of a child who is elsewhere or delayed without a paper. */
export const isUnproven = `(c.child_state = '县外就读' and coalesce(c.enrolment_proof, '') = ''
  or c.child_state in ('延缓入学', '休学') and coalesce(c.delay_approval, '') = '')`

/** What makes up the children of the ledger; a row whose state is none of the list belongs to none. */
export const childGroups = ['inside', 'outside', 'unproven', 'out_of_school', 'other'] as const

/** SQL: to which of these groups a row `c` of 适龄儿童少年名册 belongs. */
export const groupOfChild = `case when ${isOut} then 'out_of_school' when ${isUnproven} then 'unproven'
  when c.child_state in ('县内就读', '送教上门') then 'inside' when c.child_state = '县外就读' then 'outside'
  when c.child_state in ('延缓入学', '休学', '已毕业') then 'other' else '' end`

/**
 * SQL: the cases of a county ($1) within reach and below a path, an expression, each once: of the copies that units hold now
 * the one that leads, where it is there, else another.
 */
export const casesBelow = (path: string): string => `
  select distinct on (case_id) * from enrolment_holdings
  where county_code = $1 and until_on is null and starts_with(org_path, ${path})
  order by case_id, is_lead desc, holding_no`

/** SQL: findings of a county's year ($1, $2) of children who may be out of school, not settled otherwise. */
export const suspectedFindings = `select * from enrolment_findings
  where county_code = $1 and year = $2 and state in ('open', 'confirmed') and ${isSuspected}`

/**
 * SQL: of `cases` those that somebody reported, still open: the report itself is a source of 疑似辍学台账. Whom a comparison
 * of the year ($2) has found as well stands in the ledger by that.
 */
export const reportedCases = (cases: string): string => `
  select r.*, coalesce(r.id_number_index, r.case_id) as subject from (${cases}) r
  where r.found_kind = 'report' and r.closed_on is null
    and not exists (select from (${suspectedFindings}) f where f.subject = r.id_number_index)`

/** SQL: the same wherever the reader reaches. */
export const casesWithinReach = casesBelow("''")

/** SQL: the cases of a county ($1) within reach with whoever leads them and with the school: whoever reads, the same. */
export const heldCases = `
  select * from enrolment_holdings where county_code = $1 and until_on is null and (is_lead or line = '学校')`
