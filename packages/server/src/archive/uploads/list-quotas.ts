import type { QuotaList, SetQuotaBody } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { assertKnownCounty } from '../acting.ts'
import { readQuota } from './quota.ts'

const megabyte = 1024 * 1024

interface SetRow {
  readonly unit_id: string
  readonly quota_bytes: number
  readonly set_by: string
  readonly set_on: string
}

/** What each unit of a county within reach keeps and may keep. Errors: `archive.county_not_found`. */
export async function listQuotas(ctx: Ctx, county: string): Promise<QuotaList> {
  assertKnownCounty(ctx, county)
  const { db, now } = ctx
  const tree = await treeAsOf(db, county, dayOf(now))
  const used = await db.run<{ org_path: string; bytes: number }>(
    'select org_path, sum(bytes)::bigint as bytes from archive_versions where county_code = $1 group by org_path',
    [county],
  )
  const rows = await db.run<SetRow>(
    `select unit_id, quota_bytes, set_by, (set_at at time zone 'Asia/Shanghai')::date::text as set_on
     from archive_quotas where county_code = $1`,
    [county],
  )
  const bytes = new Map(used.map((row) => [row.org_path, row.bytes]))
  const set = new Map(rows.map((row) => [row.unit_id, row]))
  const units = tree.flatMap(({ unit_id: unit, name, org_path: path, closed_on: closed }) => {
    const own = set.get(unit)
    const usedBytes = bytes.get(path) ?? 0
    if (closed !== null && usedBytes === 0) return []
    return [
      {
        unit,
        name,
        used_bytes: usedBytes,
        set_by: own?.set_by ?? '',
        ...(own !== undefined && { quota_bytes: own.quota_bytes, set_on: own.set_on }),
      },
    ]
  })
  return {
    county,
    common_bytes: await readQuota(db),
    units: units.toSorted((one, other) => other.used_bytes - one.used_bytes || (one.unit < other.unit ? -1 : 1)),
  }
}

/** Sets how much a unit may keep; what it keeps already stays, also beyond it. Errors: `archive.unit_not_found`. */
export async function setQuota(
  ctx: Ctx,
  { county, unit: id }: { readonly county: string; readonly unit: string },
  { megabytes }: SetQuotaBody,
): Promise<void> {
  const unit = (await treeAsOf(ctx.db, county, dayOf(ctx.now))).find(({ unit_id: one }) => one === id)
  if (unit === undefined) throw new AppError('archive.unit_not_found')
  const [former] = await ctx.db.run<{ bytes: number }>(
    'delete from archive_quotas where county_code = $1 and unit_id = $2 returning quota_bytes as bytes',
    [county, id],
  )
  if (megabytes !== undefined)
    await ctx.db.kysely
      .insertInto('archive_quotas')
      .values({
        county_code: county,
        unit_id: id,
        org_path: unit.org_path,
        quota_bytes: megabytes * megabyte,
        set_by: ctx.actor.name,
        set_at: ctx.now,
      })
      .execute()
  const told = (value: number | undefined): string => (value === undefined ? '统一上限' : `${value} MB`)
  const before = former === undefined ? undefined : Math.round(former.bytes / megabyte)
  ctx.audit({
    action: 'archive.set_quota',
    subject: unit.name,
    detail: { quota: `${told(before)} → ${told(megabytes)}` },
  })
}
