import type { AppraisalEntry, AppraisalList } from '@eduduty/core/appraisal'
import { getAppraisals } from '../store/get-appraisal.ts'
import { presentEntry, type ResultLine } from './present-entry.ts'
import type { Viewer } from './sight.ts'

export interface AppraisalFilter {
  readonly year?: number | undefined
  readonly state?: string | undefined
  readonly text?: string | undefined
  readonly atMe?: boolean | undefined
}

/** Shown at once. */
const MOST = 300

interface Line {
  readonly county_code: string
  readonly appraisal_id: string
  readonly points: string | null
  readonly grade: string | null
  readonly version: number
}

/** Appraisals within the caller's reach: those under way first, what is due soonest on top. */
export async function listAppraisals(viewer: Viewer, filter: AppraisalFilter): Promise<AppraisalList> {
  const { db } = viewer.ctx
  const found: AppraisalEntry[] = []
  // One more than is shown tells that there are more.
  for (let from = 0, isEnd = false; !isEnd && found.length <= MOST; from += MOST) {
    const lines = await readLines(viewer, filter, from)
    isEnd = lines.length < MOST
    const entries = await entriesOf(viewer, lines)
    found.push(...entries.filter((entry) => filter.atMe !== true || entry.at_me))
  }
  const years = await db.run<{ year: number }>('select distinct year from appraisal_appraisals order by year desc')
  return {
    appraisals: found.slice(0, MOST),
    has_more: found.length > MOST,
    years: years.map(({ year }) => year),
  }
}

function readLines({ ctx }: Viewer, filter: AppraisalFilter, from: number): Promise<Line[]> {
  return ctx.db.run<Line>(
    `select a.county_code, a.appraisal_id, a.version, r.rated -> 'points' ->> 'shown' as points, r.grade
     from appraisal_appraisals a
     left join appraisal_results r on r.county_code = a.county_code and r.appraisal_id = a.appraisal_id
       and r.version = a.version
     where ($1::int is null or a.year = $1) and ($2::text is null or a.state = $2)
       and ($3::text = '' or strpos(a.subject_name, $3) > 0)
     order by a.state in ('published', 'cancelled'), a.rate_until, a.opened_at desc, a.appraisal_id
     limit ${MOST} offset $4`,
    [filter.year ?? null, filter.state ?? null, (filter.text ?? '').trim(), from],
  )
}

async function entriesOf(viewer: Viewer, lines: readonly Line[]): Promise<readonly AppraisalEntry[]> {
  const keys = lines.map((line) => ({ county: line.county_code, appraisalId: line.appraisal_id }))
  const appraisals = new Map((await getAppraisals(viewer.ctx, keys)).map((one) => [one.row.appraisal_id, one]))
  return lines.flatMap((line) => {
    const appraisal = appraisals.get(line.appraisal_id)
    return appraisal === undefined ? [] : [presentEntry(viewer, appraisal, resultOf(line))]
  })
}

function resultOf({ version, points, grade }: Line): ResultLine | undefined {
  return version === 0 ? undefined : { points: points ?? '', grade }
}
