import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { writeReport } from '../../platform/docx/write-report.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'
import { readProgress } from '../periods/read-progress.ts'
import { bulletinModel } from './bulletin-model.ts'

export interface Bulletin {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 通报 of a period as it stands today, as a docx that can be edited and sent. Errors: `collection.period_not_found`. */
export async function makeBulletin(ctx: Ctx, key: PeriodKey): Promise<Bulletin> {
  const { title } = await getPeriod(ctx, key)
  const progress = await readProgress(ctx, key)
  const today = dayOf(ctx.now)
  const [government] = await ctx.db.run<{ name: string }>(
    `select v.name from organizations_units u
     join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id and v.until is null
     where u.county_code = $1 and u.kind = 'government' and u.org_path ^@ $2 limit 1`,
    [key.county, areaPath(key.county)],
  )
  const county = government?.name ?? ''
  const model = bulletinModel({ progress, today, county, signer: `${county}教育督导委员会办公室` })
  ctx.audit({ action: 'collection.bulletin', subject: title })
  return { name: model.file, bytes: await writeReport(model, today) }
}
