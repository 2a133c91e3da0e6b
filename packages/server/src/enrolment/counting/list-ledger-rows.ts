import { ageOn, dayOf, SCHOOL_YEAR_BEGINS } from '@eduduty/core/calendar'
import {
  type LedgerKind,
  type LedgerRow,
  type LedgerRows,
  type LedgerSearch,
  MINOR_AGE,
  notInRegister,
  stateTitle,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries, SqlRow } from '../../platform/db/database.ts'
import { getDefinition } from '../cases/definitions/keep-definition.ts'
import { assertKnownCounty } from '../county-reach.ts'
import { findUnlisted } from './find-unlisted.ts'
import {
  casesBelow,
  childrenSql,
  findLedgerTables,
  isUnproven,
  reportedCases,
  suspectedFindings,
} from './ledger-tables.ts'

export interface LedgerKey {
  readonly county: string
  readonly year: number
  readonly ledger: LedgerKind
}

const findingStates: Readonly<Record<string, string>> = { open: '待核实', confirmed: '属实' }

/** Several comparisons may find one child: it is one line, with all that they say. Whoever was reported stands beside them. */
const suspectedSql = `select min(finding_id::text) as id, max(name) as name, max(sex) as sex, max(birth_on) as birth_on,
    org_path as path, max(village) as village, max(school) as school, state, string_agg(distinct says, '；') as says,
    subject as index, '' as case_state, '' as content_hash, coalesce(max(case_id), '') as case_id
  from (${suspectedFindings}) f group by subject, org_path, state
  union all select case_id, child_name, sex, birth_on, org_path, village, school_name, 'confirmed',
    '报告疑似辍学，' || to_char(opened_on, 'YYYY-MM-DD') || '立案：' || grounds, coalesce(id_number_index, ''), '', '', case_id
  from (${reportedCases(casesBelow('$3'))}) c`

const casesSql = `select case_id as id, child_name as name, sex, birth_on, org_path as path, village,
    school_name as school, case when closed_on is null then '劝返中' else '已销案' end as state, grounds as says,
    coalesce(id_number_index, '') as index, case when closed_on is null then h.state else '' end as case_state,
    content_hash, case_id
  from (${casesBelow('$3')}) h where extract(year from opened_on) >= $2`

const registerSql = (table: string): string => `select c.township_code || '/' || c.child_no as id, c.child_name as name,
    coalesce(c.gender, '') as sex, c.birth_on, c.org_path as path, coalesce(c.village, '') as village,
    coalesce(c.attended_school, '') as school, c.child_state as state,
    case when ${isUnproven} then '待补证明' else coalesce(c.enrolment_proof, c.delay_approval, '') end as says,
    '' as index, '' as case_state, '' as content_hash, '' as case_id
  from (${childrenSql(table)}) c`

type Narrowing = Pick<LedgerSearch, 'unit' | 'state' | 'text'>

/**
 * One ledger child by child, those out of school first; names masked, no numbers. Whom the register of children lacks is
 * told on its row; `whole` reads all of the county for that. Errors: `enrolment.county_not_found`.
 */
export async function listLedgerRows(
  ctx: Ctx,
  whole: Queries,
  key: LedgerKey,
  search: LedgerSearch,
): Promise<LedgerRows> {
  assertKnownCounty(ctx, key.county)
  const { children: total } = await countLedgerRows(ctx, key, search)
  const found = await readIndexed(ctx, key, search, { limit: search.limit ?? 50, offset: search.offset ?? 0 })
  const unlisted = await findUnlisted(
    whole,
    key,
    found.map(({ index }) => index),
  )
  const rows = found.map(({ index, row }) => ({
    ...row,
    name: maskName(row.name),
    says: unlisted.has(index) ? `${row.says}（${notInRegister}）` : row.says,
  }))
  return { total, rows }
}

/** How many children a ledger has within reach, and how many are below 14 now or of unknown age. */
export async function countLedgerRows(ctx: Ctx, key: LedgerKey, search: Narrowing) {
  const sql = await matchingSql(ctx, key)
  if (sql === undefined) return { children: 0, minors: 0 }
  const [row] = await ctx.db.run<{ children: string; minors: string }>(
    `select count(*) as children,
       count(*) filter (where l.birth_on is null or l.birth_on > $6::date - interval '${MINOR_AGE} years') as minors
     from ${sql}`,
    [...valuesOf(key, search), dayOf(ctx.now)],
  )
  return { children: Number(row?.children ?? 0), minors: Number(row?.minors ?? 0) }
}

/** The same rows with names in full, for an export that has been allowed. */
export async function readLedgerRows(ctx: Ctx, key: LedgerKey, search: Narrowing, part: Part): Promise<LedgerRow[]> {
  return (await readIndexed(ctx, key, search, part)).map(({ row }) => row)
}

interface Part {
  readonly limit: number
  readonly offset: number
}

/** With the index of each child's number; empty where there is none or nobody asks for it. */
async function readIndexed(ctx: Ctx, key: LedgerKey, search: Narrowing, { limit, offset }: Part) {
  const { db } = ctx
  const sql = await matchingSql(ctx, key)
  if (sql === undefined) return []
  const rows = await db.run(
    `select l.id, l.name, l.sex, l.birth_on::text as birth_on, l.path, l.village, l.school, l.state, l.says, l.index,
       l.case_state, l.content_hash, l.case_id from ${sql}
     order by (l.state in ('未入学', '辍学', 'confirmed', '劝返中')) desc, (l.says = '待补证明') desc, l.path, l.id
     limit $6 offset $7`,
    [...valuesOf(key, search), limit, offset],
  )
  const paths = [...new Set(rows.map(({ path }) => String(path)))]
  const names = await findUnitNames(db, key.county, paths)
  const found: { readonly index: string; readonly row: LedgerRow }[] = []
  for (const row of rows) {
    const presented = present(row, key, names.get(String(row.path)) ?? '')
    const state = (await caseStateOf(db, key.county, row)) ?? presented.state
    found.push({ index: String(row.index), row: { ...presented, state } })
  }
  return found
}

/** How an open case stands by its own definition; undefined of whatever else a ledger lists. */
async function caseStateOf(db: Queries, county: string, row: SqlRow): Promise<string | undefined> {
  const state = String(row.case_state)
  if (state === '') return undefined
  const { casework } = await getDefinition(db, county, String(row.content_hash))
  return stateTitle(casework, state)
}

const valuesOf = ({ county, year }: LedgerKey, { unit, state, text }: Narrowing) => [
  ...[county, year, unit ?? '', state ?? '', text ?? ''],
]

/** SQL: rows `l` of a ledger within reach, narrowed by $3 to $5; undefined where there is no register of children. */
async function matchingSql({ db }: Ctx, { ledger }: LedgerKey): Promise<string | undefined> {
  const { child_register: table } = await findLedgerTables(db)
  if (ledger === 'children' && table === undefined) return undefined
  const sql = ledger === 'children' ? registerSql(table ?? '') : ledger === 'suspected' ? suspectedSql : casesSql
  return `(${sql}) l where starts_with(l.path, $3) and ($4 = '' or l.state = $4)
    and ($5 = '' or strpos(l.name || ' ' || l.village || ' ' || l.school, $5) > 0)`
}

function present(row: SqlRow, { year }: LedgerKey, unit: string): LedgerRow {
  const state = String(row.state)
  const { birth_on: birth } = row
  const age = typeof birth === 'string' ? ageOn(birth, `${year}-${SCHOOL_YEAR_BEGINS}`) : undefined
  return {
    id: String(row.id),
    name: String(row.name),
    sex: String(row.sex),
    unit,
    ...(age === undefined ? {} : { age }),
    village: String(row.village),
    school: String(row.school),
    state: findingStates[state] ?? state,
    ...(row.case_id !== '' && { case_id: String(row.case_id) }),
    says: String(row.says),
  }
}
