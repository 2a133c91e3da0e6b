import type { OpenCaseBody } from '@eduduty/core/enrolment'
import { isWithin } from '@eduduty/core/organizations'
import { AppError } from '../../../platform/errors/app-error.ts'
import { assertKnownCounty } from '../../county-reach.ts'
import type { CaseActing } from '../acting.ts'
import type { CaseKey } from '../store/holding-row.ts'
import { unitById, unitsOfCounty } from './case-units.ts'
import { openCase } from './open-case.ts'

/**
 * Opens a case of a child that somebody reports: a school of its own pupil, a township of a child that lives there, the
 * county of any. Errors: `enrolment.county_not_found`, `enrolment.child_elsewhere`, those of opening.
 */
export async function reportChild(acting: CaseActing, county: string, body: OpenCaseBody): Promise<CaseKey> {
  const { ctx } = acting
  assertKnownCounty(ctx, county)
  const { township: townshipId, school: schoolId, grounds, ...child } = body
  const units = await unitsOfCounty(ctx, county)
  const township = unitById(units, townshipId, 'township')
  const school = schoolId === undefined ? undefined : unitById(units, schoolId, 'school')
  const own = [township, ...(school === undefined ? [] : [school])]
  if (!own.some(({ path }) => ctx.scopes.some((scope) => isWithin(path, scope))))
    throw new AppError('enrolment.child_elsewhere')
  const facts = { ...child, township: township.path, found_by: { kind: 'report' } as const }
  return openCase(acting, school === undefined ? facts : { ...facts, school: school.path }, grounds)
}
