import type { PeriodVersions, UndoMoveBody } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { assertWholeCounty } from '../periods/assert-whole-county.ts'
import type { PeriodKey } from '../periods/read-periods.ts'
import { assertMovable, compareForms } from './compare-forms.ts'
import { readPeriodVersions } from './read-period-versions.ts'
import { lockPeriod, takeMove } from './take-move.ts'

/**
 * Puts a period back to where its last move came from, while nothing stands under a column that only the newer version
 * has. Errors: `collection.plan_whole_county`, `collection.period_not_found`, `pack.move_stale`, `pack.undo_refused`, `pack.move_refused`.
 */
export async function undoMove(ctx: Ctx, key: PeriodKey, body: UndoMoveBody): Promise<PeriodVersions> {
  const period = await lockPeriod(ctx, key)
  assertWholeCounty(ctx, key.county)
  const { undoable, moves } = await readPeriodVersions(ctx, key)
  const move = moves.find(({ move_no: no }) => no === body.move_no)
  if (move === undefined || undoable !== body.move_no) throw new AppError('pack.move_stale', { title: period.title })
  const from = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const to = await getTaskPack(ctx.db, { packId: period.pack_id, hash: move.from_hash })
  const compared = await compareForms(ctx.db, period, { from, to })
  const written = compared.forms.flatMap(({ title, lost }) =>
    lost
      .filter(({ answers, frozen }) => answers + frozen > 0)
      .map((column) => `“${title}”的“${column.title}”已有${Math.max(column.answers, column.frozen)}格`),
  )
  if (written.length > 0) throw new AppError('pack.undo_refused', { why: written.join('；') })
  assertMovable(compared)
  const carried = compared.forms.reduce((sum, form) => sum + form.carried, 0)
  const step = { kind: 'undo', undoes: move.move_no, to: move.from_hash, carried, reason: body.reason } as const
  await takeMove(ctx, period, step)
  return readPeriodVersions(ctx, key)
}
