import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import {
  layOutTeachingBook,
  layOutTeachingReport,
  presentDose,
  type TeachingSheet,
  teachingTitle,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import type { Ctx } from '../../../platform/ctx.ts'
import { writeReport } from '../../../platform/docx/write-report.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { writeWorkbook } from '../../../platform/xlsx/write-workbook.ts'
import { findTaught, presentTaught, type TeachingSearch } from '../views/read-teaching.ts'

export type TeachingFormat = 'docx' | 'xlsx'

/**
 * The home teaching of a school in a term, names masked, for the school's record. Errors: `enrolment.county_not_found`,
 * `enrolment.care_nothing_taught`.
 */
export async function writeTeaching(
  ctx: Ctx,
  county: string,
  search: TeachingSearch & { readonly school: string },
  format: TeachingFormat,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { children, term, year, today, dose } = await findTaught(ctx, county, search)
  const shown = children.map(presentTaught)
  const school = shown[0]?.school_name
  if (school === undefined) throw new AppError('enrolment.care_nothing_taught')
  const lessons = children
    .flatMap(({ row, lessons: own }) => own.map((lesson) => ({ lesson, name: maskName(row.child_name) })))
    .toSorted((a, b) => a.lesson.on_day.localeCompare(b.lesson.on_day))
    .map(({ lesson, name }) => {
      const { on_day: on, state, teachers, hours, place, taught, reason } = lesson
      return {
        on,
        name,
        state,
        teachers,
        hours: String(Number(hours)),
        place,
        says: state === 'held' ? taught : reason,
      }
    })
  const sheet: TeachingSheet = {
    school,
    today,
    period: `${year}学年${term.title}`,
    children: shown,
    lessons,
    dose: dose && presentDose(dose),
    mark: `${ctx.actor.name} ${chinaMinute(ctx.now)} 导出`,
  }
  const name = `${teachingTitle(sheet)}.${format}`
  ctx.audit({
    action: 'enrolment.download_teaching',
    subject: teachingTitle(sheet),
    detail: { children: shown.length, lessons: lessons.length, format },
  })
  const day = dayOf(ctx.now)
  return {
    name,
    bytes:
      format === 'docx'
        ? await writeReport(layOutTeachingReport(sheet, name), day)
        : await writeWorkbook(layOutTeachingBook(sheet), day),
  }
}
