import { dayOf } from '@eduduty/core/calendar'
import type { CorrectRecordBody } from '@eduduty/core/duties'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { getUnitOf, openUnits } from '../record-owner.ts'
import type { RecordKey } from '../strike-record.ts'
import type { Line } from '../words-before.ts'
import { overwrite } from './overwrite.ts'

type Part<K extends keyof CorrectRecordBody> = NonNullable<CorrectRecordBody[K]>
type Key = Pick<RecordKey, 'county' | 'id'>

export async function correctBody(acting: Acting, { county, id }: Key, body: Part<'body'>): Promise<readonly Line[]> {
  const { kind, title, document, office, founded_on: since, dissolved_on: until } = body
  assertPast(acting, since)
  assertInOrder(since, until)
  return overwrite(acting, 'duties_bodies', { county_code: county, body_id: id }, [
    ['title', title.trim(), '机构名称'],
    ['kind', kind, '种类'],
    ['document', document.trim(), '成立文件与文号'],
    ['office', office.trim(), '办公室'],
    ['founded_on', since, '成立日期'],
    ['dissolved_on', until ?? null, '撤销日期'],
  ])
}

export async function correctMember(
  acting: Acting,
  { county, id }: Key,
  { no, name, post, role, since, until }: Part<'member'>,
): Promise<readonly Line[]> {
  assertInOrder(since, until)
  const of = `成员${no}`
  return overwrite(acting, 'duties_members', { county_code: county, body_id: id, member_no: no }, [
    ['name', name.trim(), of],
    ['post', post.trim(), `${of}的单位与职务`],
    ['role', role, `${of}的身份`],
    ['since', since, `${of}的起日`],
    ['until', until ?? null, `${of}的止日`],
  ])
}

export async function correctPromise(
  acting: Acting,
  { county, id }: Key,
  { kind, title, source, made_on: since, due_on: until, lead }: Part<'promise'>,
): Promise<readonly Line[]> {
  assertPast(acting, since)
  assertInOrder(since, until)
  return overwrite(acting, 'duties_promises', { county_code: county, promise_id: id }, [
    ['title', title.trim(), '事项'],
    ['kind', kind, '种类'],
    ['source', source.trim(), '出处'],
    ['made_on', since, '列入或公布的日期'],
    ['year', Number(since.slice(0, 4))],
    ['due_on', until ?? null, '要求完成的日期'],
    ['lead_id', lead ?? null],
    ['lead_name', await nameOf(acting, county, lead), '承办单位'],
  ])
}

export async function correctContact(
  acting: Acting,
  { county, id }: Key,
  { name, post, school, since }: Part<'contact'>,
): Promise<readonly Line[]> {
  return overwrite(acting, 'duties_contacts', { county_code: county, contact_id: id }, [
    ['name', name.trim(), '领导干部姓名'],
    ['post', post.trim(), '职务'],
    ['school_id', school],
    ['school_name', await nameOf(acting, county, school), '联系学校'],
    ['since', since, '从哪天起'],
  ])
}

export async function correctVisit(
  acting: Acting,
  { county, id }: Key,
  { no, kind, on, topic }: Part<'visit'>,
): Promise<readonly Line[]> {
  assertPast(acting, on)
  const of = `第${no}次到校`
  return overwrite(acting, 'duties_visits', { county_code: county, contact_id: id, visit_no: no }, [
    ['on_day', on, `${of}的日期`],
    ['kind', kind, `${of}的种类`],
    ['topic', topic.trim(), `${of}的主题`],
  ])
}

export async function nameOf(acting: Acting, county: string, unit: string | undefined): Promise<string> {
  return unit === undefined ? '' : getUnitOf(await openUnits(acting, county), unit).name
}

export function assertPast({ ctx }: Acting, day: string): void {
  if (day > dayOf(ctx.now)) throw new AppError('duties.day_ahead', { day })
}

function assertInOrder(since: string, until: string | undefined): void {
  if (until !== undefined && until <= since) throw new AppError('duties.days_reversed', { since, until })
}
