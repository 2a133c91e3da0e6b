import { isOutcomeKind, type OutcomeList, type OutcomeView } from '@eduduty/core/appraisal'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'

type Reading = Pick<Ctx, 'db'>

interface Row {
  readonly outcome_id: string
  readonly kind: string
  readonly amount: string | null
  readonly due_on: string | null
  readonly dated_on: string
  readonly document_no: string
  readonly grounds: string
  readonly by: string
  readonly at: string
  readonly struck_reason: string | null
  readonly struck_by: string | null
  readonly struck_at: string | null
}

const columns = `o.outcome_id, o.kind, o.amount::text as amount, o.due_on, o.dated_on, o.document_no, o.grounds,
  o.recorded_by as by, o.recorded_at as at, s.reason as struck_reason, s.struck_by, s.struck_at`
const strikes = 'left join appraisal_outcome_strikes s on s.county_code = o.county_code and s.outcome_id = o.outcome_id'

/** What followed from the result of one unit, the newest first. */
export async function readOutcomes({ db }: Reading, { county, appraisalId }: AppraisalKey): Promise<OutcomeView[]> {
  const rows = await db.run<Row>(
    `select ${columns} from appraisal_outcomes o ${strikes} where o.county_code = $1 and o.appraisal_id = $2
     order by o.dated_on desc, o.recorded_at desc, o.outcome_id`,
    [county, appraisalId],
  )
  return rows.map(viewOf)
}

/** Shown at once. */
const MOST = 500

type Line = Row & {
  readonly county: string
  readonly appraisal_id: string
  readonly unit: string
  readonly year: number
  readonly rating_title: string
  readonly grade: string | null
}

/** What followed from the results of all units within reach, the newest first. */
export async function listOutcomes({ db }: Reading, year: number | undefined): Promise<OutcomeList> {
  const rows = await db.run<Line>(
    `select o.county_code as county, a.appraisal_id, a.subject_name as unit, a.year, a.rating_title, r.grade, ${columns}
     from appraisal_outcomes o
     join appraisal_appraisals a on a.county_code = o.county_code and a.appraisal_id = o.appraisal_id
     left join appraisal_results r on r.county_code = a.county_code and r.appraisal_id = a.appraisal_id
       and r.version = a.version
     ${strikes} where $1::int is null or a.year = $1
     order by o.dated_on desc, o.recorded_at desc, o.outcome_id limit ${MOST + 1}`,
    [year ?? null],
  )
  const years = await db.run<{ year: number }>(
    `select distinct a.year from appraisal_outcomes o
     join appraisal_appraisals a on a.county_code = o.county_code and a.appraisal_id = o.appraisal_id order by year desc`,
  )
  return {
    outcomes: rows.slice(0, MOST).map((row) => ({
      county: row.county,
      appraisal_id: row.appraisal_id,
      unit: row.unit,
      year: row.year,
      rating_title: row.rating_title,
      grade: row.grade ?? '',
      outcome: viewOf(row),
    })),
    years: years.map((one) => one.year),
    has_more: rows.length > MOST,
  }
}

function viewOf(row: Row): OutcomeView {
  const { struck_reason: reason, struck_by: by, struck_at: at } = row
  return {
    outcome_id: row.outcome_id,
    kind: isOutcomeKind(row.kind) ? row.kind : 'other',
    ...(row.amount !== null && { amount: row.amount }),
    ...(row.due_on !== null && { due_on: row.due_on }),
    dated_on: row.dated_on,
    document_no: row.document_no,
    grounds: row.grounds,
    by: row.by,
    at: row.at,
    ...(reason !== null && { struck: { reason, by: by ?? '', at: at ?? '' } }),
  }
}
