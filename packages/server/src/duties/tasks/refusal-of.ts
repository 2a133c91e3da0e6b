import type { TaskRefusal } from '@eduduty/core/duties'
import { AppError } from '../../platform/errors/app-error.ts'
import type { StoredTask } from './task-row.ts'

/** Why a step cannot be taken, in the words of the error table. */
export function refusalOf(row: StoredTask, refused: TaskRefusal): AppError {
  return new AppError(`duties.${refused}`, {
    title: row.title,
    unit: row.unit_name,
    issuer: row.issuer_name,
    deliverable: row.deliverable,
    parts: row.open_parts,
    milestones: row.open_milestones.length,
  })
}
