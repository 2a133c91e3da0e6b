import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import {
  addTeaching,
  countTeaching,
  doseOn,
  lastDayOfTeaching,
  presentDose,
  presentTeaching,
  type TeachingBook,
  type TeachingCount,
  type TeachingTerm,
  teachingYearOf,
  termOn,
  termsOf,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Dose } from '@eduduty/core/packs'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import { getCarePack } from '../care-pack.ts'
import { copyColumns, ownCopy, type StoredChild } from '../store/child-row.ts'
import { countedLesson, type LessonRow, standing } from './read-lessons.ts'
import { type AtHomeSpan, type PlacementRow, spansOf } from './read-placements.ts'

export interface TeachingSearch {
  readonly year?: number | undefined
  readonly term?: string | undefined
  /** A school's id. */
  readonly school?: string | undefined
}

export interface TaughtChild {
  readonly row: StoredChild
  readonly spans: readonly AtHomeSpan[]
  readonly lessons: readonly LessonRow[]
  readonly count: TeachingCount
}

export interface Taught {
  readonly today: string
  readonly year: number
  readonly term: TeachingTerm
  readonly terms: readonly TeachingTerm[]
  readonly dose: Dose | undefined
  readonly children: readonly TaughtChild[]
}

/** Home teaching of one term, school by school and child by child, as far as somebody reaches. Errors: `enrolment.county_not_found`. */
export async function readTeaching(ctx: Ctx, county: string, search: TeachingSearch): Promise<TeachingBook> {
  const taught = await findTaught(ctx, county, search)
  const { today, year, term, terms, dose, children } = taught
  const schools = new Map<string, TaughtChild[]>()
  for (const child of children) schools.set(schoolOf(child), [...(schools.get(schoolOf(child)) ?? []), child])
  const thisYear = teachingYearOf(today)
  return {
    year,
    years: [thisYear, thisYear - 1],
    term: term.id,
    today,
    terms: terms.map(({ id, title, from, to }) => ({ id, title, from, to })),
    ...(dose !== undefined && { dose: presentDose(dose) }),
    schools: [...schools].map(([school, own]) => ({
      school,
      name: own[0] === undefined ? '' : schoolName(own[0]),
      children: own.length,
      count: presentTeaching(addTeaching(own.map(({ count }) => count))),
    })),
    children: children.map(presentTaught),
  }
}

const schoolOf = ({ row }: TaughtChild): string => row.school_id ?? row.township_id
const schoolName = ({ row }: TaughtChild): string => row.school_name || row.township_name

export function presentTaught(child: TaughtChild): TeachingBook['children'][number] {
  const { row, spans, lessons, count } = child
  const last = lessons.findLast(({ state }) => state === 'held')
  return {
    child: row.child_id,
    school: schoolOf(child),
    school_name: schoolName(child),
    name: maskName(row.child_name),
    grade: row.grade,
    township: row.township_name,
    since: spans[0]?.from ?? row.registered_on,
    ...(last !== undefined && { last_on: last.on_day }),
    count: presentTeaching(count),
  }
}

/** Children taught at home in a term, with their lessons of it. Errors: `enrolment.county_not_found`. */
export async function findTaught(ctx: Ctx, county: string, search: TeachingSearch): Promise<Taught> {
  assertKnownCounty(ctx, county)
  const today = dayOf(ctx.now)
  const year = search.year ?? teachingYearOf(today)
  const day = year === teachingYearOf(today) ? today : lastDayOfTeaching(year)
  const pack = await getCarePack(ctx, county, day)
  const dose = doseOn(pack.doses, county, day)
  const terms = termsOf(dose, year)
  const term = terms.find(({ id }) => id === search.term) ?? termOn(terms, today)
  if (term === undefined) throw new Error('a dose without terms')
  const rows = await ctx.db.run<StoredChild>(
    `select ${copyColumns} from enrolment_care_children h where ${ownCopy} and exists (
       select from enrolment_placements p where p.county_code = h.county_code and p.child_id = h.child_id and p.is_at_home)
       and ($2 = '' or coalesce(h.school_id, h.township_id) = $2)
     order by h.school_name, h.child_name, h.child_id`,
    [county, search.school ?? ''],
  )
  const ids = rows.map(({ child_id: id }) => id)
  const placements = byChild(await readAll<PlacementRow>(ctx.db, 'enrolment_placements', county, ids))
  const lessons = byChild(await readAll<LessonRow>(ctx.db, 'enrolment_lessons', county, ids))
  const children = rows.flatMap((row): TaughtChild[] => {
    const all = spansOf(placements.get(row.child_id) ?? [])
    const spans = all.filter(({ at_home: atHome, from, until }) => {
      return atHome && from <= term.to && (until === undefined || until >= term.from)
    })
    if (spans.length === 0) return []
    const own = standing(lessons.get(row.child_id) ?? []).filter(
      ({ on_day: on, struck }) => struck === '' && on >= term.from && on <= term.to,
    )
    const counted = own.map(countedLesson)
    return [{ row, spans, lessons: own, count: countTeaching({ dose, terms, term, spans, lessons: counted, today }) }]
  })
  return { today, year, term, terms, dose, children }
}

function readAll<Row extends object>(
  db: Queries,
  table: 'enrolment_placements' | 'enrolment_lessons',
  county: string,
  ids: readonly string[],
): Promise<(Row & { child_id: string })[]> {
  return db.run<Row & { child_id: string }>(
    `select distinct on (child_id, record_no) * from ${table} where county_code = $1 and child_id = any($2::text[])
     order by child_id, record_no, holding_no desc`,
    [county, ids],
  )
}

const byChild = <Row extends { readonly child_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => groupBy(rows, (row) => row.child_id)
