import type { UnrankedRow } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import { treeAsOf } from '../../organizations/index.ts'
import type { Viewer } from '../views/sight.ts'
import { keyWords, type YearlyKey } from './yearly-key.ts'
import type { YearlyUnit } from './yearly-unit.ts'

/** Units of the kinds that a set rates and that are not in it at all: nothing was opened for them, or it was cancelled. */
export async function readLeftOut(
  { ctx }: Viewer,
  key: YearlyKey,
  units: readonly YearlyUnit[],
): Promise<readonly UnrankedRow[]> {
  const tree = await treeAsOf(ctx.db, key.county, dayOf(ctx.now))
  const rated = new Set(units.map(({ appraisal }) => appraisal.row.org_path))
  const kinds = new Set(tree.filter(({ org_path: path }) => rated.has(path)).map(({ kind }) => kind))
  const cancelled = await ctx.db.run<{ org_path: string }>(
    `select org_path from appraisal_appraisals
     where county_code = $1 and pack_id = $2 and rating_id = $3 and year = $4 and state = 'cancelled'`,
    keyWords(key),
  )
  const ended = new Set(cancelled.map(({ org_path: path }) => path))
  return tree
    .filter(({ kind, org_path: path, closed_on: closed }) => kinds.has(kind) && !rated.has(path) && closed === null)
    .map(({ name, org_path: path }) => ({
      unit: name,
      why: ended.has(path)
        ? '评议已经取消，没有重新开展'
        : '没有开展评议：请在“评议”里为它开展；数据还没有进入评估的，先报数据、重新评估',
    }))
}
