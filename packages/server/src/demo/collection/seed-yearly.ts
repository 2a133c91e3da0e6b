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
/** What is reported of a year: by townships of their work, and by the office of the county's leadership. */
const periods = {
  townships: { title: `${year}年乡镇教育工作年报`, register: 'township_yearly' },
  county: { title: `${year}年履行教育职责自评`, register: 'duty_items' },
} as const

type PeriodName = keyof typeof periods

/** The packs by which each is reported. */
export type YearlyPacks = Readonly<Record<PeriodName, LoadedPack>>

/** What 柳林镇 says of its meetings: more than it has on record. */
const overstated = { township: '柳林镇', column: 'meetings', value: '3' } as const

/**
 * Opens the yearly report of townships, with one that has begun it, and the county's own. Returns the number of tasks; 0
 * when it had been done.
 */
export async function seedYearly(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  packs: YearlyPacks,
): Promise<number> {
  for (const { pack } of Object.values(packs)) await installMissingTables(db, pack)
  const reach = { scopes: [areaPath(county.code)], county: county.code, path: areaPath(county.code) }
  return door.write(systemCaller('建立演示县的年度上报', reach), async (ctx) => {
    if (await isSeeded(ctx)) return 0
    const townships = await open(ctx, packs, 'townships', county.townships.map(townshipUnit))
    const own = await open(ctx, packs, 'county', ['D01'])
    await overstate(ctx, townships.period_id, keyring)
    return townships.tasks + own.tasks
  })
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run('select 1 from collection_periods where county_code = $1 and title = $2', [
    county.code,
    periods.townships.title,
  ])
  return first !== undefined
}

function open(ctx: Ctx, packs: YearlyPacks, name: PeriodName, unit_ids: string[]) {
  const day = (offset: number): string => dayOf(new Date(ctx.now.getTime() + offset * 86_400_000))
  const { title, register } = periods[name]
  return openPeriod(
    ctx,
    county.code,
    {
      title,
      pack_id: packs[name].pack.pack.id,
      year,
      opens_on: day(-10),
      closes_on: day(30),
      plans: [{ register, unit_ids, has_first_review: false }],
    },
    packs[name],
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
