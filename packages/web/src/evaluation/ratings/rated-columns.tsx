import type { PointsView, RatedSubject, RatingView } from '@eduduty/core/evaluation'
import type { RunIndex } from '../../platform/run/run-index.ts'
import type { Column } from '../../platform/table/column.ts'
import { evaluationMessages } from '../messages.ts'
import { GradeTag } from './grade-tag.tsx'
import { pointNumber } from './point-number.ts'

const says = evaluationMessages.ratings

/** One row for each subject: points by section, in all, and the grade. */
export function ratedColumns(rating: RatingView, index: RunIndex): Column<RatedSubject>[] {
  const titles = new Map(index.assessment.sections.map(({ id, title }) => [id, title]))
  const [first] = rating.subjects
  const points = (key: string, title: string, under: string, of: (one: RatedSubject) => PointsView | undefined) => ({
    key,
    title,
    under,
    width: 104,
    align: 'right' as const,
    cell: (one: RatedSubject) => <span className="number">{of(one)?.shown}</span>,
    sortBy: (one: RatedSubject) => {
      const view = of(one)
      return view === undefined ? undefined : pointNumber(view)
    },
  })
  return [
    {
      key: 'name',
      title: says.columns.name,
      width: 180,
      sticky: true,
      cell: ({ name }) => <span title={name}>{name}</span>,
      sortBy: ({ name }) => name,
    },
    ...(first?.sections ?? []).map(({ section, full }) =>
      points(
        section,
        titles.get(section) ?? section,
        says.outOf(full),
        (one) => one.sections.find((part) => part.section === section)?.points,
      ),
    ),
    points('points', says.columns.points, says.outOf(rating.full), (one) => one.points),
    {
      key: 'base',
      title: says.columns.base,
      width: 92,
      cell: ({ base, possible }) => base ?? (possible.length === 0 ? says.notRated : says.open),
    },
    {
      key: 'effects',
      title: says.columns.effects,
      width: 200,
      wrap: true,
      cell: ({ effects }) =>
        effects
          .map(({ effect, open }) => {
            const title = index.assessment.effects.find(({ id }) => id === effect)?.title ?? effect
            return open ? says.maybe(title) : title
          })
          .join('、'),
    },
    { key: 'grade', title: says.columns.grade, width: 120, cell: (one) => <GradeTag rated={one} /> },
  ]
}
