import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import { TaskDeed, TaskState, taskDeedTitles, taskStateTitles } from '@eduduty/core/duties'
import { scopesFor } from '@eduduty/core/identity'
import { areaPath, isWithin, type OrgPath } from '@eduduty/core/organizations'
import { Value } from 'typebox/value'
import { findUnitNames } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'
import { unitsOf } from '../acting.ts'

/** What was written longer ago is history. */
const TOLD_DAYS = 90

interface TaskLine {
  readonly county_code: string
  readonly task_id: string
  readonly org_path: string
  readonly issuer_path: string
  readonly title: string
  readonly unit_name: string
  readonly issuer_name: string
  readonly state: string
  readonly due_on: string
  readonly is_supervised: boolean
  readonly answer_by: string | null
  readonly reported_by: string | null
  /** The last thing that happened to it. */
  readonly at: string
  readonly deed: string
}

const lineColumns = `t.county_code, t.task_id, t.org_path, t.issuer_path, t.title, t.unit_name, t.issuer_name, t.state,
  t.due_on, t.is_supervised, t.answer_by, t.reported_by`

const lastEvent = `lateral (select happened_at as at, deed from duties_events e
  where e.county_code = t.county_code and e.task_id = t.task_id order by event_no desc limit 1) as e on true`

/** Tasks of the inbox: to be worked on by one's unit, or decided on by it; given out by it; where it cooperates; dealt with. */
export async function findTaskItems(own: OwnAffairs, part: InboxPart): Promise<InboxItem[]> {
  if (part === 'copied') return [...(await findCooperating(own)), ...(await findInstructions(own))]
  const caller = own.as('duties.read')
  if (caller === undefined) return []
  const units = unitsOf(own.grants)
  return own.door.read(caller, (ctx) => {
    switch (part) {
      case 'waiting':
        return findWaiting(ctx, own, units)
      case 'begun':
        return findGivenOut(ctx, own.actor.id, [...units, ...scopesFor(own.grants, 'duties.plan')])
      case 'done':
        return findDone(ctx, own.actor.id)
    }
  })
}

async function findWaiting(ctx: Ctx, { actor, grants }: OwnAffairs, units: readonly OrgPath[]): Promise<InboxItem[]> {
  const planned = scopesFor(grants, 'duties.plan')
  const rows = await ctx.db.run<TaskLine>(
    `select ${lineColumns}, coalesce(e.at, t.made_at) as at, coalesce(e.deed, '') as deed
     from duties_tasks t join duties_plans p on p.county_code = t.county_code and p.plan_id = t.plan_id and p.is_open
     left join ${lastEvent}
     where ($4::text[] is null or t.county_code = any($4::text[]))
       and ((t.org_path = any($1::text[]) and t.state in ('issued', 'underway'))
        or ((t.state = 'declined' or (t.state = 'reported' and t.reported_by is distinct from $3)) and (t.issuer_path = any($1::text[])
          or exists (select from unnest($2::text[]) as scope where starts_with(t.issuer_path, scope)))))
     order by coalesce(t.answer_by, t.due_on), t.task_id limit ${inboxMost}`,
    [units, planned, actor.id, countiesIn(ctx.scopes)],
  )
  return rows.flatMap((row) => {
    const deed = waitingDeed(row, { person: actor.id, leads: units.includes(row.org_path), planned, units })
    return deed === undefined ? [] : [{ ...itemOf(row), ...deed, may_accept: deed.deed === '接收' }]
  })
}

interface Standing {
  readonly person: string
  readonly leads: boolean
  readonly planned: readonly OrgPath[]
  readonly units: readonly OrgPath[]
}

function waitingDeed(
  row: TaskLine,
  { person, leads, planned, units }: Standing,
): Pick<InboxItem, 'deed' | 'says' | 'due_on'> | undefined {
  const issues = units.includes(row.issuer_path) || planned.some((scope) => isWithin(row.issuer_path, scope))
  if (row.state === 'reported')
    return issues && row.reported_by !== person ? { deed: '确认完成', says: `${row.unit_name}报完成` } : undefined
  if (row.state === 'declined') return issues ? { deed: '重新下达', says: `${row.unit_name}退回` } : undefined
  if (!leads) return undefined
  if (row.is_supervised) return { deed: '答复督办', says: '答复后才能报完成', due_on: row.answer_by ?? row.due_on }
  return row.state === 'issued'
    ? { deed: '接收', says: `${row.issuer_name}下达` }
    : { deed: '办理', says: row.deed === 'send_back' ? '被退回重办' : '' }
}

const itemOf = (row: TaskLine) => ({
  key: `task:${row.task_id}`,
  subject: 'task' as const,
  county: row.county_code,
  id: row.task_id,
  title: row.title,
  unit_name: row.unit_name,
  at: row.at,
  due_on: row.due_on,
  may_accept: false,
  may_see: false,
})

const stateTitle = (state: string): string => taskStateTitles[Value.Parse(TaskState, state)]

/** Tasks given out by one's unit, and those that one has urged on oneself and that are not answered. */
async function findGivenOut(ctx: Ctx, person: string, units: readonly OrgPath[]): Promise<InboxItem[]> {
  const rows = await ctx.db.run<TaskLine>(
    `select ${lineColumns}, coalesce(e.at, t.made_at) as at, coalesce(e.deed, '') as deed
     from duties_tasks t left join ${lastEvent}
     where ($2::text[] is null or t.county_code = any($2::text[]))
       and t.state in ('issued', 'underway') and not (t.org_path = any($1::text[]))
       and (t.issuer_path = any($1::text[]) or (t.is_supervised and t.supervised_by = $3))
     order by coalesce(t.answer_by, t.due_on), t.task_id limit ${inboxMost}`,
    [units, countiesIn(ctx.scopes), person],
  )
  return rows.map((row) => {
    if (!row.is_supervised) return { ...itemOf(row), deed: stateTitle(row.state), says: `在${row.unit_name}那里` }
    return { ...itemOf(row), deed: '督办待答复', says: `等${row.unit_name}答复`, due_on: row.answer_by ?? row.due_on }
  })
}

/**
 * Tasks that another unit leads together with one's own. The system looks for them: who cooperates does not reach the rows
 * of who leads, and is told no more than what it is to help with.
 */
async function findCooperating({ units, actor, door, atUnits }: OwnAffairs): Promise<InboxItem[]> {
  const { county } = actor
  const names = await door.read(atUnits, ({ db }) => findUnitNames(db, county, units))
  if (names.size === 0) return []
  const reach = { scopes: [areaPath(county)], county, path: areaPath(county) }
  const rows = await door.read(systemCaller('配合的任务', reach), ({ db }) =>
    db.run<TaskLine>(
      `select ${lineColumns}, coalesce(e.at, t.made_at) as at, coalesce(e.deed, '') as deed
       from duties_tasks t left join ${lastEvent}
       where t.county_code = $1 and t.cooperating && $2::text[] and t.state in ('issued', 'underway')
       order by t.due_on, t.task_id limit ${inboxMost}`,
      [county, [...names.values()]],
    ),
  )
  return rows.map((row) => ({
    ...itemOf(row),
    key: `task-copy:${row.task_id}`,
    deed: '配合',
    says: `${row.unit_name}牵头`,
    may_see: true,
  }))
}

/** What leaders wrote on tasks that one's units lead or have issued. */
async function findInstructions(own: OwnAffairs): Promise<InboxItem[]> {
  const caller = own.as('duties.read')
  const units = unitsOf(own.grants)
  if (caller === undefined || units.length === 0) return []
  const rows = await own.door.read(caller, ({ db, now }) =>
    db.run<TaskLine & { says: string; person_name: string; event_no: number }>(
      `select ${lineColumns}, e.happened_at as at, e.deed, e.says, e.person_name, e.event_no
       from duties_events e join duties_tasks t on t.county_code = e.county_code and t.task_id = e.task_id
       where e.deed = 'instruct' and e.person_id <> $4 and e.happened_at > $2::timestamptz - interval '${TOLD_DAYS} days'
         and ($3::text[] is null or e.county_code = any($3::text[]))
         and (t.org_path = any($1::text[]) or t.issuer_path = any($1::text[]))
       order by e.happened_at desc limit ${inboxMost}`,
      [units, now, countiesIn(caller.scopes), own.actor.id],
    ),
  )
  return rows.map((row) => ({
    ...itemOf(row),
    key: `task-instruction:${row.task_id}:${row.event_no}`,
    deed: '领导批示',
    says: `${row.person_name}：${row.says}`,
    may_see: true,
  }))
}

async function findDone(ctx: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await ctx.db.run<TaskLine>(
    `select * from (select distinct on (e.county_code, e.task_id) ${lineColumns}, e.happened_at as at, e.deed
       from duties_events e join duties_tasks t on t.county_code = e.county_code and t.task_id = e.task_id
       where ($2::text[] is null or e.county_code = any($2::text[])) and e.person_id = $1
       order by e.county_code, e.task_id, e.event_no desc) as latest
     order by at desc limit ${inboxMost}`,
    [person, countiesIn(ctx.scopes)],
  )
  return rows.map((row) => ({
    ...itemOf(row),
    deed: taskDeedTitles[Value.Parse(TaskDeed, row.deed)],
    says: `现在：${stateTitle(row.state)}`,
  }))
}
