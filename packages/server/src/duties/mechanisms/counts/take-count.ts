import type { CountLine, TakeCountBody } from '@eduduty/core/duties'
import { takeCounted } from '../../../collection/index.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import type { Acting } from '../../acting.ts'
import { type CountedCell, getCountedCell, isFillable, lineOf } from './count-mechanisms.ts'

/**
 * Writes a counted number into the open form of the unit, as if it had been typed, and says what stands there now. Errors:
 * `duties.count_not_found`, `duties.count_changed`, `duties.count_beside`, `duties.count_no_form`; as `saveCells`.
 */
export async function takeCount(
  acting: Acting,
  county: string,
  body: TakeCountBody,
  keyring: Keyring,
): Promise<CountLine> {
  const { ctx } = acting
  const cell = await getCountedCell(acting, { county, ...body })
  const { records, reported, count, unit, pack } = cell
  if (!isFillable(cell)) throw new AppError('duties.count_beside', { title: count.title })
  if (records.length !== body.counted) throw changed(cell, body)
  const { task } = reported
  const register = pack.register(count.register).title
  if (task === undefined || !task.isOpen) throw new AppError('duties.count_no_form', { unit: unit.name, register })
  const edit = { row_no: reported.rowNo, column: count.column, from: body.reported, to: String(records.length) }
  if (!(await takeCounted(ctx, { county, taskId: task.taskId }, edit, keyring))) throw changed(cell, body)
  ctx.audit({ action: 'duties.take_count', subject: `${unit.name}《${register}》${count.title}` })
  return lineOf(acting, await getCountedCell(acting, { county, ...body }))
}

const changed = ({ count, records }: CountedCell, { counted }: TakeCountBody): AppError =>
  new AppError('duties.count_changed', { title: count.title, now: records.length, before: counted })
