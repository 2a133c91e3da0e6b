import type { LessonBody, StrikeBody } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CareActing, workOn } from '../acting.ts'
import type { ChildKey } from '../store/child-row.ts'
import { addRecord } from '../store/records.ts'
import { type LessonRow, readLessons } from '../views/read-lessons.ts'
import { readSpans } from '../views/read-placements.ts'
import { assertPast } from './assert-past.ts'

/**
 * Writes down a lesson at home, or one that was cancelled and why. Errors: those of working on a child,
 * `enrolment.care_not_at_home`, `enrolment.day_future`, `enrolment.lesson_same_day`.
 */
export async function addLesson(acting: CareActing, key: ChildKey, body: LessonBody): Promise<void> {
  const { ctx, copies, own } = await workOn(acting, key)
  assertPast(ctx, '送教日期', body.on)
  const spans = await readSpans(ctx.db, key)
  const isAtHome = spans.some(
    ({ at_home: atHome, from, until }) => atHome && from <= body.on && (until === undefined || body.on <= until),
  )
  if (!isAtHome) throw new AppError('enrolment.care_not_at_home', { day: body.on })
  const isThere = (await readLessons(ctx.db, key)).some(({ on_day: on, struck }) => on === body.on && struck === '')
  if (isThere && body.again !== true) throw new AppError('enrolment.lesson_same_day', { day: body.on })
  const said =
    body.state === 'held'
      ? { hours: body.hours, taught: body.taught, place: body.place, reason: '' }
      : { hours: '0', taught: '', place: '', reason: body.reason }
  const lesson = { on_day: body.on, state: body.state, strikes: null, teachers: body.teachers, ...said }
  await addRecord(ctx, 'enrolment_lessons', { copies, unit: own.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_lessons')
      .values(heads.map((head) => ({ ...head, ...lesson })))
      .execute(),
  )
  ctx.audit({
    action: 'enrolment.add_lesson',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    detail: { child: key.child, on: body.on, state: body.state },
  })
}

/** Strikes out a record that was wrong: it stays, with the reason, and counts no more. Errors: `enrolment.care_record_not_found`. */
export async function strikeLesson(
  acting: CareActing,
  { no, ...key }: ChildKey & { readonly no: number },
  { reason }: StrikeBody,
): Promise<void> {
  const { ctx, copies, own } = await workOn(acting, key)
  const lesson = (await readLessons(ctx.db, key)).find((one) => one.record_no === no)
  if (lesson === undefined || lesson.struck !== '') throw new AppError('enrolment.care_record_not_found')
  const blank: Pick<LessonRow, 'teachers' | 'taught' | 'place'> = { teachers: '', taught: '', place: '' }
  await addRecord(ctx, 'enrolment_lessons', { copies, unit: own.unit_name }, (heads) =>
    ctx.db.kysely
      .insertInto('enrolment_lessons')
      .values(
        heads.map((head) => ({
          ...head,
          ...blank,
          on_day: lesson.on_day,
          state: 'struck',
          strikes: no,
          hours: '0',
          reason,
        })),
      )
      .execute(),
  )
  ctx.audit({
    action: 'enrolment.strike_lesson',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    reason,
    detail: { child: key.child, on: lesson.on_day },
  })
}
