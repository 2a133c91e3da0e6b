import type { Finding } from '@eduduty/core/collection'
import { areaLevelOf, areaLevels } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { type AreaRow, areaFinding } from './area-row.ts'
import { type KnownArea, type KnownAreas, lineOf, versionKey } from './known-areas.ts'

export interface AreaDone {
  readonly did: 'added' | 'changed' | 'unchanged'
  readonly says: string
}

/** Does what one row says: a new area, another name from a day on, an end with its successor, or nothing. */
export async function workAreaRow(
  ctx: Ctx,
  row: AreaRow,
  { last: known, versions }: KnownAreas,
  defaultSince: string,
): Promise<AreaDone | Finding> {
  const current = known.get(row.code)
  const former = row.since === undefined ? undefined : versions.get(versionKey(row.code, row.since))
  if (former !== undefined && former.name === row.name && former.until === (row.until ?? null))
    return { did: 'unchanged', says: '' }
  if (current === undefined) return addArea(ctx, row, known, row.since ?? defaultSince)
  const isEnded = current.until !== null
  if (row.name !== current.name || (isEnded && row.until === undefined))
    return renewArea(ctx, row, current, known, isEnded)
  const until = row.until ?? null
  if (until === null || (until === current.until && (row.successor ?? null) === current.successor))
    return { did: 'unchanged', says: '' }
  return endArea(ctx, row, current, known, until)
}

async function addArea(
  { db }: Ctx,
  row: AreaRow,
  known: Map<string, KnownArea>,
  since: string,
): Promise<AreaDone | Finding> {
  const [, ...above] = lineOf(row.code)
  const parent = above.find((code) => known.has(code))
  if (parent === undefined && above.length > 0)
    return areaFinding(row, 'code', { message: '上级区划还没有登记', advice: '请把上级放在同一个文件里，或先导入' })
  if (row.until !== undefined && row.until <= since)
    return areaFinding(row, 'until', { message: '停用日期要晚于启用日期', advice: '请核对两个日期' })
  const level = areaLevelOf(row.code)
  const area = { code: row.code, since, until: row.until ?? null, name: row.name, successor: row.successor ?? null }
  await db.kysely
    .insertInto('organizations_areas')
    .values({
      code: area.code,
      since,
      until: area.until,
      name: area.name,
      level,
      parent_code: parent ?? null,
      successor_code: area.successor,
      source: row.from,
    })
    .execute()
  known.set(row.code, area)
  return { did: 'added', says: `登记为${areaLevels[level].title}，${since} 起` }
}

/** Another name, or in force again: a version of its own. The code must say from when. */
async function renewArea(
  ctx: Ctx,
  row: AreaRow,
  current: KnownArea,
  known: Map<string, KnownArea>,
  isEnded: boolean,
): Promise<AreaDone | Finding> {
  const former = isEnded ? `已于 ${current.until} 停用` : `登记的名称是“${current.name}”`
  if (row.since === undefined || row.since <= current.since || (isEnded && row.since < (current.until ?? '')))
    return areaFinding(row, row.since === undefined ? 'name' : 'since', {
      message: `${former}，没有写明从何时起变更`,
      advice: `请填写“启用日期”，要晚于 ${isEnded ? current.until : current.since}`,
    })
  if (!isEnded) await setEnd(ctx, current, row.since, null)
  known.delete(row.code)
  const done = await addArea(ctx, row, known, row.since)
  return 'level' in done ? done : { did: 'changed', says: `${row.since} 起为“${row.name}”` }
}

async function endArea(
  ctx: Ctx,
  row: AreaRow,
  current: KnownArea,
  known: Map<string, KnownArea>,
  until: string,
): Promise<AreaDone | Finding> {
  if (until <= current.since)
    return areaFinding(row, 'until', { message: '停用日期要晚于启用日期', advice: `启用日期是 ${current.since}` })
  await setEnd(ctx, current, until, row.successor ?? null)
  known.set(row.code, { ...current, until, successor: row.successor ?? null })
  return { did: 'changed', says: `${until} 起停用${row.successor === undefined ? '' : `，由 ${row.successor} 承接`}` }
}

async function setEnd({ db }: Ctx, area: KnownArea, until: string, successor: string | null): Promise<void> {
  await db.kysely
    .updateTable('organizations_areas')
    .set({ until, successor_code: successor })
    .where('code', '=', area.code)
    .where('since', '=', area.since)
    .execute()
}
