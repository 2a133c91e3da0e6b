import type { Dose } from '../../packs/index.ts'
import type { DoseView, TeachingCountView } from './contracts.ts'
import { hoursOf, type TeachingCount } from './count-teaching.ts'

/** A dose in words, with its source. */
export function presentDose({ title, visits, hours, since, basis, verified }: Dose): DoseView {
  const each = hours === undefined ? '' : hours.per === '次' ? `，每次${hours.count}课时` : `，每学年${hours.count}课时`
  return {
    title,
    since,
    document: basis.document,
    article: basis.article ?? '',
    note: basis.note ?? '',
    says: `每${visits.per}${visits.count}次${each}`,
    is_unverified: verified.grade === 'U',
  }
}

/** A count with what it lacks, said in words. */
export function presentTeaching({ held, cancelled, tenths, due, light }: TeachingCount): TeachingCountView {
  const done = { held, cancelled, hours: hoursOf(tenths), light }
  if (due === undefined) return { ...done, says: '本省标准未配置，只记录，不判断' }
  const missing = [
    ...(due.visits > held ? [`${due.visits - held}次`] : []),
    ...(due.tenths > tenths ? [`${hoursOf(due.tenths - tenths)}课时`] : []),
  ]
  return {
    ...done,
    due: { visits: due.visits, hours: hoursOf(due.tenths), whole_term: due.wholeTerm },
    says: missing.length === 0 ? '到今天不欠' : `到今天欠${missing.join('、')}`,
  }
}
