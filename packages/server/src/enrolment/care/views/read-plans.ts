import type { CarePlanView, CareVisitView } from '@eduduty/core/enrolment'
import { maskPhone } from '@eduduty/core/identity'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { mayAddPicture } from '../../pictures/may-add-picture.ts'
import { presentPictures } from '../../pictures/present-pictures.ts'
import { type PicturedVisit, readCareFiles } from '../files/care-files.ts'
import { openOf } from '../store/care-numbers.ts'
import type { ChildKey } from '../store/child-row.ts'
import { type ReadHead, readRecords, writtenOf } from '../store/records.ts'

export interface PlanRow extends ReadHead {
  readonly title: string
  readonly carer: string
  readonly situation: string
  readonly needs: string
  readonly measures: string
  readonly helper: string
  readonly helper_post: string
  readonly helper_phone_sealed: string | null
}

interface VisitRow extends PicturedVisit {
  readonly visitors: string
  readonly found: string
  readonly next: string
  readonly days_late: number
}

/** The plan that holds: the last one; undefined where there is none. */
export const currentPlan = async (db: Queries, key: ChildKey): Promise<PlanRow | undefined> =>
  (await readRecords<PlanRow>(db, 'enrolment_care_plans', key)).at(-1)

/** Care plans of a child, the one that holds first; telephones masked. */
export async function presentPlans(db: Queries, keyring: Keyring, key: ChildKey): Promise<CarePlanView[]> {
  const rows = await readRecords<PlanRow>(db, 'enrolment_care_plans', key)
  return rows.toReversed().map((row) => {
    const { title, carer, situation, needs, measures, helper, helper_post } = row
    const phone = openOf(keyring, key, 'helper_phone', row.helper_phone_sealed)
    const words = { title, carer, situation, needs, measures, helper, helper_post }
    return { ...writtenOf(row), ...words, helper_phone: phone === undefined ? '' : maskPhone(phone) }
  })
}

/** Visits to a child with their pictures, the last first. */
export async function presentVisits(ctx: Ctx, key: ChildKey, isHeld: boolean): Promise<CareVisitView[]> {
  const rows = await readRecords<VisitRow>(ctx.db, 'enrolment_care_visits', key)
  const files = await readCareFiles(ctx.db, key)
  return rows
    .map((row) => {
      const { visitors, found, next, days_late: late, record_no: no } = row
      const key = isHeld && mayAddPicture(ctx, row) ? row.record_key : null
      return { ...writtenOf(row), visitors, found, next, days_late: late, ...presentPictures(files, { no, key }) }
    })
    .toSorted((a, b) => b.on.localeCompare(a.on))
}
