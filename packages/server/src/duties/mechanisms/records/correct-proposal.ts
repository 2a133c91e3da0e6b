import { dayOf } from '@eduduty/core/calendar'
import type { CorrectRecordBody } from '@eduduty/core/duties'
import { noteClockEvent } from '../../../clocks/index.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import type { RecordKey } from '../strike-record.ts'
import type { Line } from '../words-before.ts'
import { assertPast, nameOf } from './correct-parts.ts'
import { overwrite } from './overwrite.ts'
import { startAnswerClock } from './record-proposal.ts'

type Proposal = NonNullable<CorrectRecordBody['proposal']>
type Key = Pick<RecordKey, 'county' | 'id'>

interface Running {
  readonly org_path: string
  readonly received_on: string
  readonly answered_on: string | null
  readonly clock_id: string | null
}

/** As the other parts; from a corrected day another time limit runs, and the one before ends. */
export async function correctProposal(acting: Acting, key: Key, proposal: Proposal): Promise<readonly Line[]> {
  const { county, id } = key
  const { kind, no, title, raised_by: by, received_on: on, lead } = proposal
  assertPast(acting, on)
  const [running] = await acting.ctx.db.run<Running>(
    `select org_path, received_on, answered_on, clock_id from duties_proposals
     where county_code = $1 and proposal_id = $2`,
    [county, id],
  )
  if (running === undefined) throw new AppError('duties.record_not_found')
  const answered = running.answered_on
  if (answered !== null && answered < on) throw new AppError('duties.days_reversed', { since: on, until: answered })
  const lines = await overwrite(acting, 'duties_proposals', { county_code: county, proposal_id: id }, [
    ['title', title.trim(), '案由或主题'],
    ['kind', kind, '种类'],
    ['no', no.trim(), '编号'],
    ['raised_by', by.trim(), '提出人'],
    ['received_on', on, '交办或收到的日期'],
    ['lead_id', lead ?? null],
    ['lead_name', await nameOf(acting, county, lead), '承办单位'],
  ])
  if (on !== running.received_on) await startAnew(acting, key, proposal, running)
  return lines
}

async function startAnew(
  acting: Acting,
  { county, id }: Key,
  proposal: Proposal,
  { org_path: path, answered_on: answered, clock_id: former }: Running,
): Promise<void> {
  const { ctx } = acting
  const reason = '更正了交办日期'
  if (former !== null && answered === null)
    await noteClockEvent(ctx, { county, clock: former }, { type: 'stop', on: dayOf(ctx.now) }, { reason })
  const clock = await startAnswerClock(ctx, { county, id, path }, proposal)
  await ctx.db.run('update duties_proposals set clock_id = $3 where county_code = $1 and proposal_id = $2', [
    county,
    id,
    clock ?? null,
  ])
  if (clock !== undefined && answered !== null)
    await noteClockEvent(ctx, { county, clock }, { type: 'stop', on: answered }, { reason: '已答复' })
}
