import { compareLedgers, type LedgerBook, type LedgerChild, type LedgerPlace } from '@eduduty/core/enrolment'
import { isWithin } from '@eduduty/core/organizations'
import { findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import { assertKnownCounty } from '../county-reach.ts'
import {
  casesWithinReach,
  childGroups,
  childrenSql,
  countedOfCounty,
  countedRows,
  findLedgerTables,
  groupOfChild,
  heldCases,
  isOut,
  isSuspected,
  type LedgerTables,
  newerFirst,
  reportedCases,
  suspectedFindings,
} from './ledger-tables.ts'

interface Book {
  readonly db: Queries
  readonly county: string
  readonly year: number
  readonly tables: LedgerTables
}

/**
 * The three ledgers of a county's year by township and school, as far as the caller reaches, and where they do not agree.
 * A case that township and school hold together stands with both. Without `year` the latest whose register of
 * children is no mere beginning. A unit that has not reported has no numbers: it is not 0. `whole` reads all of the county: of a part nobody can
 * say that a child is nowhere else. Each unit is told of its own children. Errors: `enrolment.county_not_found`.
 */
export async function readLedgers(
  ctx: Ctx,
  whole: Queries,
  county: string,
  wanted: number | undefined,
): Promise<LedgerBook> {
  const { book, begun, counted, nameOf, ...shown } = await readCounts(ctx, county, wanted, heldCases)
  const differences = compareLedgers({
    ...(await namedLedgers({ ...book, db: whole }, nameOf)),
    counted: (await saidCounts(book)).flatMap(({ path, said }) => {
      const out = counted.get(path)?.out_of_school
      return out === undefined ? [] : [{ path, said, counted: out, unit: nameOf(path) }]
    }),
  })
  const earlier = await earlierOpen(book)
  return {
    ...shown,
    earlier_open: earlier,
    begun: begun.filter((one) => one.year > book.year),
    differences: differences.filter(({ path }) => ctx.scopes.some((scope) => isWithin(path, scope))),
  }
}

/** The counts alone, each case in one place only, so that they can be summed. Errors: `enrolment.county_not_found`. */
export async function readLedgerSums(ctx: Ctx, county: string, wanted: number | undefined) {
  const { years, year, places } = await readCounts(ctx, county, wanted, casesWithinReach)
  return { years, year, places }
}

/** `cases`: SQL of the cases that are counted. */
async function readCounts(ctx: Ctx, county: string, wanted: number | undefined, cases: string) {
  assertKnownCounty(ctx, county)
  const { db } = ctx
  const tables = await findLedgerTables(db)
  const { years, latest, begun } = await listYears(db, county, tables)
  const year = wanted ?? latest
  const book = { db, county, tables, year }
  const counted = await countPlaces(book, cases)
  const names = await findUnitNames(db, county, [...counted.keys()])
  const nameOf = (path: string): string => names.get(path) ?? '本单位以外'
  const places = [...counted].map(([path, counts]) => ({ ...none, ...counts, path, name: nameOf(path) }))
  return { years, year, places: places.sort((a, b) => (a.path < b.path ? -1 : 1)), book, begun, counted, nameOf }
}

type Counts = Partial<Omit<LedgerPlace, 'path' | 'name'>>
const none = { open: 0, confirmed: 0, cases: 0, returned: 0 }

/** Child by child. */
async function namedLedgers(book: Book, nameOf: (path: string) => string) {
  const withUnit = <Child extends Named>(child: Child) => ({ ...child, unit: nameOf(child.path) })
  return {
    children: (await namedChildren(book)).map(withUnit),
    suspected: (await suspectedChildren(book)).map(withUnit),
    cases: (await openCases(book)).map(withUnit),
  }
}

/**
 * Years of which something is within reach, and the latest whose register of children is no mere beginning: it has at least
 * half as many children as that of any year. Without registers the latest of all. `begun` are the years after it.
 */
async function listYears(
  db: Queries,
  county: string,
  { child_register: children, pupil_roster: pupils }: LedgerTables,
) {
  const yearsOf = (table: string | undefined) =>
    table === undefined
      ? []
      : db.run<{ year: number }>(`select distinct year from ${table} where county_code = $1`, [county])
  const registered = await countRegistered(db, county, children)
  const others = [...(await yearsOf(pupils)), ...(await yearsOf('enrolment_findings'))]
  const years = [...new Set([...registered, ...others].map(({ year }) => year))].sort((a, b) => b - a)
  const most = Math.max(0, ...registered.map((one) => one.children))
  const whole = registered.filter((one) => one.children * 2 >= most).map(({ year }) => year)
  const latest = Math.max(0, ...(whole.length > 0 ? whole : years))
  return { years, latest, begun: registered.filter(({ year }) => year > latest) }
}

/** How many rows the registers of children have that count, by year, the newest first. */
async function countRegistered(db: Queries, county: string, table: string | undefined): Promise<LedgerBook['begun']> {
  if (table === undefined) return []
  const rows = await db.run<{ year: number; children: string }>(
    `select r.year, count(*) as children from ${countedOfCounty(table)} group by r.year order by r.year desc`,
    [county],
  )
  return rows.map(({ year, children }) => ({ year, children: Number(children) }))
}

async function countPlaces(book: Book, cases: string): Promise<ReadonlyMap<string, Counts>> {
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
      `select s.org_path as path, count(distinct s.subject) filter (where s.state = 'open') as open,
         count(distinct s.subject) filter (where s.state = 'confirmed') as confirmed
       from (select org_path, subject, state from (${suspectedFindings}) f
         union all select org_path, subject, 'confirmed' from (${reportedCases(cases)}) c) s group by s.org_path`,
      [county, year],
    ),
  )
  take(
    await db.run(
      `select org_path as path, count(*) filter (where closed_on is null) as cases,
         count(*) filter (where closed_on is not null) as returned
       from (${cases}) h group by org_path`,
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
  return db.run<Named>(
    `select c.index, c.child_name as name, c.org_path as path, c.child_state as state from (${childrenSql(table)}) c
     where ${isOut} or c.index <> '' and c.index in (select h.id_number_index from (${casesWithinReach}) h
       where h.closed_on is null)`,
    [county, year],
  )
}

async function suspectedChildren({ db, county, year }: Book) {
  const rows = await db.run<Named & { has_case: string }>(
    `select subject as index, name, org_path as path, state, (case_id is not null)::text as has_case
     from (${suspectedFindings}) f`,
    [county, year],
  )
  return rows.map(({ has_case: hasCase, ...child }) => ({ ...child, hasCase: hasCase === 'true' }))
}

/** Children found by comparisons of years before and not decided yet: they stand in the ledger of their own year. */
async function earlierOpen({ db, county, year }: Book): Promise<LedgerBook['earlier_open']> {
  const rows = await db.run<{ year: number; open: string }>(
    `select year, count(distinct subject) as open from enrolment_findings
     where county_code = $1 and year < $2 and state = 'open' and ${isSuspected} group by year order by year desc`,
    [county, year],
  )
  return rows.map(({ year: earlier, open }) => ({ year: earlier, open: Number(open) }))
}

async function openCases({ db, county }: Book) {
  return db.run<Named & { caseId: string }>(
    `select coalesce(id_number_index, '') as index, child_name as name, org_path as path, state, case_id as "caseId"
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
