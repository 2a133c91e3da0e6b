import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { checkTask, openPeriod, saveCells } from '../../collection/index.ts'
import { installMissingTables, type LoadedPack } from '../../packs/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { county, judgedYear } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'

const year = judgedYear + 1
const title = `${year}年乡镇教育工作年报`

/** What 柳林镇 says of its meetings: more than it has on record. */
const overstated = { township: '柳林镇', column: 'meetings', value: '3' } as const

/** Opens the yearly report of townships, with one that has begun it. Returns the number of tasks; 0 when it had been done. */
export async function seedTownshipYearly(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<number> {
  await installMissingTables(db, pack.pack)
  const reach = { scopes: [areaPath(county.code)], county: county.code, path: areaPath(county.code) }
  return door.write(systemCaller('建立演示县的乡镇年报', reach), async (ctx) => {
    if (await isSeeded(ctx)) return 0
    const { period_id: period, tasks } = await open(ctx, pack)
    await overstate(ctx, period, keyring)
    return tasks
  })
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run('select 1 from collection_periods where county_code = $1 and title = $2', [
    county.code,
    title,
  ])
  return first !== undefined
}

function open(ctx: Ctx, pack: LoadedPack) {
  const day = (offset: number): string => dayOf(new Date(ctx.now.getTime() + offset * 86_400_000))
  const unit_ids = county.townships.map(townshipUnit)
  return openPeriod(
    ctx,
    county.code,
    {
      ...{ title, pack_id: pack.pack.pack.id, year, opens_on: day(-10), closes_on: day(30) },
      plans: [{ register: 'township_yearly', unit_ids, has_first_review: false }],
    },
    pack,
  )
}

async function overstate(ctx: Ctx, period: string, keyring: Keyring): Promise<void> {
  const [task] = await ctx.db.run<{ task_id: string }>(
    'select task_id from collection_tasks where county_code = $1 and period_id = $2 and unit_id = $3',
    [county.code, period, townshipUnit(overstated.township)],
  )
  if (task === undefined) throw new Error(`the demo county has no yearly report of ${overstated.township}`)
  const clerk: Ctx = { ...ctx, actor: { ...ctx.actor, id: 'demo 填报员', name: '填报员' } }
  const edit = { row_no: 0, column: overstated.column, from: '', to: overstated.value }
  const key = { county: county.code, taskId: task.task_id }
  const { task: saved } = await saveCells(clerk, key, { edits: [edit] }, { keyring, way: 'page' })
  await checkTask(clerk, saved, keyring)
}
