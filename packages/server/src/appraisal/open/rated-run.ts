import type { Assessment, Figure, RatedSubject, RatingView } from '@eduduty/core/evaluation'
import { areaPath, countyKeyOf, type OrgPath } from '@eduduty/core/organizations'
import { findCodedPaths, findUnitNames } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** A subject of a rating, and the unit of the tree that it is. */
export interface RatedUnit {
  readonly subject: RatedSubject
  readonly name: string
  readonly path: OrgPath
}

/** Errors: `appraisal.rating_not_found`. */
export function getRating({ ratings = [] }: Assessment, id: string): RatingView {
  const rating = ratings.find((one) => one.id === id)
  if (rating === undefined) throw new AppError('appraisal.rating_not_found', { rating: id })
  return rating
}

/** The units that stand in the tree of those that a rating rates; the county itself where it rates the county. */
export async function listRatedUnits(
  { db }: Pick<Ctx, 'db'>,
  assessment: Assessment,
  rating: RatingView,
): Promise<readonly RatedUnit[]> {
  const county = countyKeyOf(assessment.run.county.code)
  const codes = new Map(
    assessment.subjects.filter(({ grain }) => grain === rating.grain).map((one) => [one.id, one.unit]),
  )
  const paths = await findCodedPaths(db, county)
  const placed = rating.subjects.flatMap((subject) => {
    const code = codes.get(subject.subject)
    const path = rating.grain === 'county' ? areaPath(county) : code === undefined ? undefined : paths.get(code)
    return path === undefined ? [] : [{ subject, path }]
  })
  const names = await findUnitNames(
    db,
    county,
    placed.map(({ path }) => path),
  )
  return placed.map(({ subject, path }) => ({ subject, path, name: names.get(path) ?? subject.name }))
}

/** The figures of one subject as they are stored. */
export async function readFigures(
  { db }: Pick<Ctx, 'db'>,
  assessment: Assessment,
  subject: string,
): Promise<ReadonlyMap<string, Figure>> {
  const rows = await db.run<{ node: string; figure: Figure }>(
    'select node, figure from evaluation_figures where county_code = $1 and run_id = $2 and subject = $3',
    [countyKeyOf(assessment.run.county.code), assessment.run.id, subject],
  )
  return new Map(rows.map(({ node, figure }) => [node, figure]))
}
