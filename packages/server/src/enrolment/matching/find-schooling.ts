import { shownEntry } from '@eduduty/core/collection'
import { type ChildFacts, firstSchoolYear, type Schooling } from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import { counts } from '../../collection/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { findLedgerTables } from '../counting/ledger-tables.ts'
import { getMatchPack } from './find-match-pack.ts'

interface OnRoll {
  readonly year: number
  readonly school: string | null
  readonly grade: string | null
}

interface Child {
  /** Index of the identity number; undefined where it is not known, and no roll can be asked. */
  readonly index: string | undefined
  readonly birthOn: string | null
  /** School year in which the child was looked for. */
  readonly year: number
}

type Found = Pick<ChildFacts, 'schooling' | 'grade'>

const unknown: Found = { schooling: 'unknown' }

/**
 * What the rolls of all years know of a child: the last grade where it stands on one. That it never was at school follows
 * only from rolls of every year since it came of age; else it has to be asked.
 */
export function findSchooling(ctx: Ctx, county: string, child: Child): Promise<Found> {
  return reaching(ctx, [areaPath(county)], async () => {
    const { pupil_roster: table } = await findLedgerTables(ctx.db)
    if (table === undefined || child.index === undefined) return unknown
    const counted = `${table} r join collection_submissions s on s.county_code = $1 and s.submission_id = r.submission_id
      where r.county_code = $1 and r.year <= $2 and ${counts('s')}`
    const [last] = await ctx.db.run<OnRoll>(
      `select r.year, r.school_name as school, r.pupil_grade as grade from ${counted}
       and split_part(r.id_number, ':', 1) = $3 order by r.year desc limit 1`,
      [county, child.year, child.index],
    )
    if (last !== undefined) return { schooling: 'left', ...(await gradeOf(ctx, last)) }
    if (child.birthOn === null) return unknown
    const since = firstSchoolYear(child.birthOn)
    const [rolls] = await ctx.db.run<{ years: string }>(
      `select count(distinct r.year) as years from ${counted} and r.year >= $3`,
      [county, child.year, since],
    )
    const isWhole = child.year >= since && Number(rolls?.years ?? 0) === child.year - since + 1
    return isWhole ? { schooling: 'never' } : unknown
  })
}

async function gradeOf({ db }: Ctx, { year, school, grade }: OnRoll): Promise<{ readonly grade?: string }> {
  if (grade === null || grade === '') return {}
  const pack = await getMatchPack(db)
  const column = pack.register('pupil_roster').columns.find(({ id }) => id === 'pupil_grade')
  const title = column === undefined ? grade : shownEntry(grade, column, pack.reading.codes)
  const at = school === null || school === '' ? '' : `在${school}`
  return { grade: `${title}（${year}学年${at}）`.slice(0, 60) }
}

/** What somebody has found out stands where the rolls leave it open. */
export const toldOr = (found: Found, told: Schooling | undefined): Found =>
  found.schooling === 'unknown' && told !== undefined ? { ...found, schooling: told } : found
