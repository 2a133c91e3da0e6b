import type { CountedLesson, LessonView } from '@eduduty/core/enrolment'
import type { Queries } from '../../../platform/db/database.ts'
import type { ChildKey } from '../store/child-row.ts'
import { type ReadHead, readRecords, writtenOf } from '../store/records.ts'

interface StoredLesson extends ReadHead {
  readonly state: 'held' | 'cancelled' | 'struck'
  readonly strikes: number | null
  readonly teachers: string
  readonly hours: string
  readonly taught: string
  readonly place: string
  readonly reason: string
}

/** A lesson as it stands now: with the reason for which it was struck out. */
export interface LessonRow extends StoredLesson {
  readonly state: 'held' | 'cancelled'
  readonly struck: string
}

/** Lessons of a child, struck ones marked, by their day: one that was written down late stands where it belongs. */
export async function readLessons(db: Queries, key: ChildKey): Promise<readonly LessonRow[]> {
  const rows = standing(await readRecords<StoredLesson>(db, 'enrolment_lessons', key))
  return rows.toSorted((one, other) => one.on_day.localeCompare(other.on_day) || one.record_no - other.record_no)
}

/** Records with those that strike others taken into them. */
export function standing<Row extends StoredLesson>(rows: readonly Row[]) {
  const struck = new Map(rows.map(({ strikes, reason }) => [strikes, reason]))
  return rows.flatMap((row) => {
    const { state, record_no: no } = row
    return state === 'struck' ? [] : [{ ...row, state, struck: struck.get(no) ?? '' }]
  })
}

export const countedLesson = ({ on_day: on, state, hours }: LessonRow): CountedLesson => ({ on, state, hours })

/** `2.0` is 2. */
const shortHours = (hours: string): string => String(Number(hours))

export const presentLesson = (row: LessonRow): LessonView => {
  const { state, teachers, hours, taught, place, reason, struck } = row
  return { ...writtenOf(row), state, teachers, hours: shortHours(hours), taught, place, reason, struck }
}
