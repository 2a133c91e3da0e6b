import type { AppealView, AppraisalDetail, EvidenceView, ResultView } from '@eduduty/core/appraisal'
import { RatedSubject } from '@eduduty/core/evaluation'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'

type Reading = Pick<Ctx, 'db'>

const place = ({ county, appraisalId }: AppraisalKey): readonly string[] => [county, appraisalId]

/** By item. */
export async function readEvidence(
  { db }: Reading,
  key: AppraisalKey,
): Promise<ReadonlyMap<string, readonly EvidenceView[]>> {
  const rows = await db.run<{ item: string; name: string; reference: string; link: string | null }>(
    `select item, name, reference, link from appraisal_evidence
     where county_code = $1 and appraisal_id = $2 order by item, evidence_no`,
    place(key),
  )
  const found = new Map<string, EvidenceView[]>()
  for (const { item, name, reference, link } of rows)
    found.set(item, [...(found.get(item) ?? []), { name, reference, ...(link !== null && { link }) }])
  return found
}

/** Every version of the result, the newest first. */
export async function readResults({ db }: Reading, key: AppraisalKey): Promise<ResultView[]> {
  const rows = await db.run<{ version: number; kind: string; rated: unknown; reason: string; by: string; at: string }>(
    `select version, kind, rated, reason, made_by as by, made_at as at from appraisal_results
     where county_code = $1 and appraisal_id = $2 order by version desc`,
    place(key),
  )
  return rows.flatMap(({ rated, kind, ...row }) =>
    Value.Check(RatedSubject, rated) ? [{ ...row, kind: kind === 'appeal' ? 'appeal' : 'conclusion', rated }] : [],
  )
}

type Publications = AppraisalDetail['publications']

export async function readPublications({ db }: Reading, key: AppraisalKey): Promise<Publications> {
  const rows = await db.run<Omit<Publications[number], 'until'> & { readonly until: string | null }>(
    `select kind, version, document_no, dated_on, text, until, published_by as by, published_at as at
     from appraisal_publications where county_code = $1 and appraisal_id = $2 order by publication_no desc`,
    place(key),
  )
  return rows.map(({ until, ...row }) => ({ ...row, ...(until !== null && { until }) }))
}

export async function readAppeals({ db }: Reading, key: AppraisalKey): Promise<AppealView[]> {
  const rows = await db.kysely
    .selectFrom('appraisal_appeals')
    .selectAll()
    .where('county_code', '=', key.county)
    .where('appraisal_id', '=', key.appraisalId)
    .orderBy('appealed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    appeal_id: row.appeal_id,
    items: row.items,
    grounds: row.grounds,
    by: row.appealed_by,
    at: row.appealed_at,
    status: row.status === 'kept' || row.status === 'changed' ? row.status : 'waiting',
    ...(row.decision !== null && { decision: row.decision }),
    ...(row.decided_by !== null && { decided_by: row.decided_by }),
    ...(row.decided_at !== null && { decided_at: row.decided_at }),
    ...(row.version !== null && { version: row.version }),
  }))
}

interface StoredEvent {
  readonly action: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly says: string
  readonly is_confidential: boolean
}

/** Lines of the history that are shown: the newest of them. */
const SHOWN = 300

export function readEvents({ db }: Reading, key: AppraisalKey): Promise<StoredEvent[]> {
  return db.run<StoredEvent>(
    `select action, actor_name as by, occurred_at as at, reason, says, is_confidential from appraisal_events
     where county_code = $1 and appraisal_id = $2 order by event_no desc limit ${SHOWN}`,
    place(key),
  )
}
