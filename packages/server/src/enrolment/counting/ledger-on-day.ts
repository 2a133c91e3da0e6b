import type { CountedChild, LedgerFigures, NearRoll } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { countyOf, type OrgPath } from '@eduduty/core/organizations'
import type { Queries } from '../../platform/db/database.ts'
import {
  casesBelow,
  childGroups,
  countedRows,
  findLedgerTables,
  groupOfChild,
  isUnproven,
  newerFirst,
} from './ledger-tables.ts'

/** Of whose ledgers, and as they stood at the end of which day. */
export interface LedgerDay {
  readonly path: OrgPath
  /** School year; its ledgers, or the last ones before. */
  readonly year: number
  readonly on: string
  readonly today: string
}

export interface DayLedgers {
  readonly ledgerYear: number | undefined
  readonly figures: LedgerFigures
  /** Where no roll stood on the day: the one that counts now. */
  readonly nearRoll?: NearRoll
  readonly children: readonly CountedChild[]
}

/** SQL: the civil day in China of an instant. */
const chinaDay = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`

/**
 * SQL: rows `r` of a register as they stood on day $3: of submissions up to then that no newer one had replaced. Of one that
 * lies with another unit, out of reach, nobody can say when it came: its rows count for today ($5) only.
 */
const standing = (table: string): string => `${table} r
  left join collection_submissions s on s.county_code = $1 and s.submission_id = r.submission_id
  where r.county_code = $1 and r.year = $2 and starts_with(r.org_path, $4)
    and (s.submission_id is null and $3 = $5::date
      or s.status <> 'loading' and ${chinaDay('s.created_at')} <= $3)
    and not (s.submission_id is not null and s.status = 'superseded' and exists (select from collection_submissions n
      where n.county_code = $1 and n.register = s.register and n.unit_code = s.unit_code and n.year = s.year
        and n.status <> 'loading' and n.created_at > s.created_at and ${chinaDay('n.created_at')} <= $3))`

/**
 * What the three ledgers of a unit come to on a day, and the children whom they follow: counted anew from what was handed
 * in, found and opened up to then. What a unit has not reported by then is no number.
 */
export async function readLedgersOnDay(db: Queries, day: LedgerDay): Promise<DayLedgers> {
  const tables = await findLedgerTables(db)
  const table = tables.child_register
  const ledgerYear = await findYear(db, [table, tables.pupil_roster, 'enrolment_findings'], day)
  const at = { ...day, year: ledgerYear ?? day.year }
  const register = table === undefined || ledgerYear === undefined ? [] : await registerChildren(db, table, at)
  const followed = [...(await suspected(db, at)), ...(await cases(db, at))]
  const roll = tables.pupil_roster === undefined ? undefined : await countRoll(db, tables.pupil_roster, at)
  const nearRoll =
    roll === undefined && tables.pupil_roster !== undefined
      ? await findNearRoll(db, tables.pupil_roster, day)
      : undefined
  return {
    ledgerYear,
    ...(nearRoll !== undefined && { nearRoll }),
    figures: {
      ...(register.length > 0 && countRegister(register)),
      ...(roll !== undefined && { on_roll: roll }),
      open: countOf(followed, '待核实'),
      confirmed: countOf(followed, '属实'),
      cases: countOf(followed, '劝返中'),
      returned: countOf(followed, '已销案'),
    },
    children: [...register.filter(({ kind }) => kind === 'out_of_school' || kind === 'unproven'), ...followed].map(
      ({ ledger, child, name, state }) => ({ ledger, child, name: maskName(name), state }),
    ),
  }
}

interface ChildLine extends CountedChild {
  readonly kind: string
}

const countOf = (lines: readonly ChildLine[], state: string): number =>
  lines.filter((line) => line.state === state).length

function countRegister(lines: readonly ChildLine[]): LedgerFigures {
  const groups = childGroups.map((group) => [group, lines.filter(({ kind }) => kind === group).length] as const)
  return { ...Object.fromEntries(groups), children: lines.length }
}

/** The last school year, up to the asked one, of which any of the tables has something of the unit: whoever reads, the same. */
async function findYear(
  db: Queries,
  tables: readonly (string | undefined)[],
  { path, year }: LedgerDay,
): Promise<number | undefined> {
  const years = tables.flatMap((table) =>
    table === undefined
      ? []
      : [`select max(year) as year from ${table} where county_code = $1 and year <= $2 and starts_with(org_path, $3)`],
  )
  const [row] = await db.run<{ year: number | null }>(
    `select max(y.year) as year from (${years.join(' union all ')}) y`,
    [countyOf(path), year, path],
  )
  return row?.year ?? undefined
}

const valuesOf = ({ path, year, on, today }: LedgerDay) => [countyOf(path), year, on, path, today]

/** Each child of 适龄儿童少年名册 once, of what was handed in twice the newer, as the ledger by unit counts it. */
async function registerChildren(db: Queries, table: string, day: LedgerDay): Promise<ChildLine[]> {
  const rows = await db.run<ChildLine>(
    `select 'children' as ledger, c.township_code || '/' || c.child_no as child, c.child_name as name,
       ${groupOfChild} as kind,
       case when ${isUnproven} then c.child_state || '，待补证明' else c.child_state end as state
     from (select distinct on (r.township_code, r.child_no) r.* from ${standing(table)}
       order by r.township_code, r.child_no, ${newerFirst}) c`,
    valuesOf(day),
  )
  return rows
}

async function countRoll(db: Queries, table: string, day: LedgerDay): Promise<number | undefined> {
  const [row] = await db.run<{ pupils: string }>(
    `select count(distinct r.pupil_no) as pupils from ${standing(table)}`,
    valuesOf(day),
  )
  const pupils = Number(row?.pupils ?? 0)
  return pupils === 0 ? undefined : pupils
}

/** The roll that counts now, of the school year or the last before; undefined where there is none. */
async function findNearRoll(db: Queries, table: string, { path, year }: LedgerDay): Promise<NearRoll | undefined> {
  const [row] = await db.run<{ year: number; pupils: string; handed_in_on: string | null }>(
    `select r.year, count(distinct r.pupil_no) as pupils, max(${chinaDay('s.created_at')})::text as handed_in_on
     from ${countedRows(table)} and starts_with(r.org_path, $3) group by r.year`,
    [countyOf(path), (await findRollYear(db, table, { path, year })) ?? year, path],
  )
  if (row === undefined) return undefined
  const { handed_in_on: day } = row
  return { count: Number(row.pupils), year: row.year, ...(day !== null && { handed_in_on: day }) }
}

async function findRollYear(db: Queries, table: string, { path, year }: Pick<LedgerDay, 'path' | 'year'>) {
  const [row] = await db.run<{ year: number | null }>(
    `select max(year) as year from ${table} where county_code = $1 and year <= $2 and starts_with(org_path, $3)`,
    [countyOf(path), year, path],
  )
  return row?.year ?? undefined
}

/** A finding settled later was still open on the day; whoever was reported stands beside the findings while the case is open. */
async function suspected(db: Queries, day: LedgerDay): Promise<ChildLine[]> {
  return db.run<ChildLine>(
    `with f as (select * from (select *,
         case when settled_at is null or ${chinaDay('settled_at')} <= $3 then state else 'open' end as shown
       from enrolment_findings where county_code = $1 and year = $2 and ${chinaDay('found_at')} <= $3
         and starts_with(org_path, $4)) one where one.shown in ('open', 'confirmed'))
     select 'suspected' as ledger, f.subject as child, max(f.name) as name, 'suspected' as kind,
       case when f.shown = 'open' then '待核实' else '属实' end as state
     from f group by f.subject, f.org_path, f.shown
     union all select 'suspected', coalesce(h.id_number_index, h.case_id), h.child_name, 'suspected', '属实'
     from (${casesBelow('$4')}) h where h.found_kind = 'report' and h.opened_on <= $3
       and (h.closed_on is null or h.closed_on > $3)
       and not exists (select from f where f.subject = h.id_number_index)`,
    valuesOf(day).slice(0, 4),
  )
}

async function cases(db: Queries, { path, on }: LedgerDay): Promise<ChildLine[]> {
  return db.run<ChildLine>(
    `select 'cases' as ledger, h.case_id as child, h.child_name as name, 'cases' as kind,
       case when h.closed_on is null or h.closed_on > $2 then '劝返中' else '已销案' end as state
     from (${casesBelow('$3')}) h where h.opened_on <= $2`,
    [countyOf(path), on, path],
  )
}
