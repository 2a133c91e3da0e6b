import { ageOn, dayOf } from '@eduduty/core/calendar'
import { type DoorListBody, type ExportView, MINOR_AGE } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readDoorChildren } from '../../matching/take-door-list.ts'
import { addExport } from './add-export.ts'

/**
 * Asks for the list for visits with names and addresses in full, as for a ledger: what it is for, and a second person's
 * word where the pack's limit is passed. Errors: `enrolment.county_not_found`, `enrolment.door_list_by_unit`,
 * `enrolment.nothing_to_export`.
 */
export async function askDoorList(ctx: Ctx, county: string, { reason }: DoorListBody): Promise<ExportView> {
  const { unit, children } = await readDoorChildren(ctx, county)
  if (children.length === 0) throw new AppError('enrolment.nothing_to_export')
  const today = dayOf(ctx.now)
  const minors = children.filter(([{ birth_on: born }]) => born === null || ageOn(born, today) < MINOR_AGE).length
  const year = Math.max(...children.map(([row]) => row.year))
  return addExport(ctx, {
    county,
    year,
    reason,
    minors,
    ledger: 'doors',
    unit: '',
    unitName: unit,
    rowState: '',
    children: children.length,
  })
}
