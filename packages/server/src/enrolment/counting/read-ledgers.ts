import { compareLedgers, type LedgerBook, type LedgerChild, type LedgerPlace } from '@eduduty/core/enrolment'
import { reachesCounty } from '@eduduty/core/organizations'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { assertKnownCounty } from '../county-reach.ts'
import {
  casesWithinReach,
  childGroups,
  childrenSql,
  countedRows,
  findLedgerTables,
  groupOfChild,
  isOut,
  isSuspected,
  type LedgerTables,
  newerFirst,
} from './ledger-tables.ts'

interface Book {
  readonly db: Queries
  readonly county: string
  readonly year: number
  readonly tables: LedgerTables
}

/**
 * The three ledgers of a county's year by township and school, as far as the caller reaches, and where they do not agree.
 * Without `year` the latest that has a register of children. A unit that has not reported has no numbers: it is not 0.
 * Errors: `enrolment.county_not_found`.
 */
export async function readLedgers(ctx: Ctx, county: string, year: number | undefined): Promise<LedgerBook> {
  assertKnownCounty(ctx, county)
  const { db } = ctx
  const tables = await findLedgerTables(db)
  const years = await listYears(db, county, tables)
  const book = { db, county, tables, year: year ?? years[0] ?? 0 }
  const places = await countPlaces(book)
  const names = await findUnitNames(db, county, [...places.keys()])
  const nameOf = (path: string): string => names.get(path) ?? '本单位以外'
  const named = reachesCounty(ctx.scopes, county) ? await namedLedgers(book, nameOf) : noLedgers
  const differences = compareLedgers({
    ...named,
    counted: (await saidCounts(book)).flatMap(({ path, said }) => {
      const counted = places.get(path)?.out_of_school
      return counted === undefined ? [] : [{ path, said, counted, unit: nameOf(path) }]
    }),
  })
  const listed = [...places].map(([path, counts]) => ({ ...none, ...counts, path, name: nameOf(path) }))
  return { years, year: book.year, places: listed.sort((a, b) => (a.path < b.path ? -1 : 1)), differences }
}

type Counts = Partial<Omit<LedgerPlace, 'path' | 'name'>>
const none = { open: 0, confirmed: 0, cases: 0, returned: 0 }

const noLedgers = { children: [], suspected: [], cases: [] }

/** Child by child, for whoever sees all of the county: of a part nobody can say that a child is nowhere else. */
async function namedLedgers(book: Book, nameOf: (path: string) => string) {
  const withUnit = <Child extends Named>(child: Child) => ({ ...child, unit: nameOf(child.path) })
  return {
    children: (await namedChildren(book)).map(withUnit),
    suspected: (await suspectedChildren(book)).map(withUnit),
    cases: (await openCases(book)).map(withUnit),
  }
}

async function listYears(db: Queries, county: string, { child_register: table }: LedgerTables): Promise<number[]> {
  if (table === undefined) return []
  const rows = await db.run<{ year: number }>(
    `select distinct year from ${table} where county_code = $1 order by year desc`,
    [county],
  )
  return rows.map(({ year }) => year)
}

async function countPlaces(book: Book): Promise<ReadonlyMap<string, Counts>> {
  const { db, county, year, tables } = book
  const places = new Map<string, Counts>()
  const take = (rows: readonly ({ readonly path: string } & Readonly<Record<string, string | number>>)[]) => {
    for (const { path, ...counts } of rows) {
      const numbers = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, Number(count)]))
      places.set(path, { ...places.get(path), ...numbers })
    }
  }
  const { child_register: children, pupil_roster: pupils } = tables
  if (children !== undefined)
    take(
      await db.run(
        `select g.path, count(*) as children,
           ${childGroups.map((group) => `count(*) filter (where g.child_group = '${group}') as ${group}`).join(', ')}
         from (select c.org_path as path, ${groupOfChild} as child_group from (${childrenSql(children)}) c) g
         group by g.path`,
        [county, year],
      ),
    )
  if (pupils !== undefined)
    take(
      await db.run(
        `select r.org_path as path, count(distinct r.pupil_no) as on_roll from ${countedRows(pupils)} group by r.org_path`,
        [county, year],
      ),
    )
  take(
    await db.run(
      `select org_path as path, count(distinct subject) filter (where state = 'open') as open,
         count(distinct subject) filter (where state = 'confirmed') as confirmed
       from enrolment_findings where county_code = $1 and year = $2 and state in ('open', 'confirmed') and ${isSuspected} group by org_path`,
      [county, year],
    ),
  )
  take(
    await db.run(
      `select org_path as path, count(*) filter (where closed_on is null) as cases,
         count(*) filter (where closed_on is not null) as returned
       from (${casesWithinReach}) h group by org_path`,
      [county],
    ),
  )
  return places
}

type Named = Omit<LedgerChild, 'unit'>

/** Whoever is out of school, or has an open case. */
async function namedChildren({ db, county, year, tables }: Book): Promise<readonly Named[]> {
  const { child_register: table } = tables
  if (table === undefined) return []
  return db.run<Named & Record<string, string>>(
    `select c.index, c.child_name as name, c.org_path as path, c.child_state as state from (${childrenSql(table)}) c
     where ${isOut} or c.index <> '' and c.index in (select h.id_number_index from (${casesWithinReach}) h
       where h.closed_on is null)`,
    [county, year],
  )
}

async function suspectedChildren({ db, county, year }: Book) {
  const rows = await db.run<Named & Record<string, string> & { has_case: string }>(
    `select subject as index, name, org_path as path, state, (case_id is not null)::text as has_case
     from enrolment_findings where county_code = $1 and year = $2 and state in ('open', 'confirmed') and ${isSuspected}`,
    [county, year],
  )
  return rows.map(({ has_case: hasCase, ...child }) => ({ ...child, hasCase: hasCase === 'true' }))
}

async function openCases({ db, county }: Book): Promise<readonly Named[]> {
  return db.run<Named & Record<string, string>>(
    `select coalesce(id_number_index, '') as index, child_name as name, org_path as path, state
     from (${casesWithinReach}) h where closed_on is null`,
    [county],
  )
}

async function saidCounts({ db, county, year, tables }: Book) {
  const { township_basics: table } = tables
  if (table === undefined) return []
  const rows = await db.run<{ path: string; said: string | null }>(
    `select distinct on (r.township_code) r.org_path as path, r.children_not_enrolled as said from ${countedRows(table)}
     order by r.township_code, ${newerFirst}`,
    [county, year],
  )
  return rows.map(({ path, said }) => ({ path, said: said === null ? undefined : Number(said) }))
}
