import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { addRows, checkTask, openPeriod, saveCells } from '../../collection/index.ts'
import { installMissingTables, type LoadedPack } from '../../packs/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { AnswerRow } from '../answers.ts'
import { county, getSchool, judgedYear } from '../county.ts'
import { pupilRows } from '../rosters/pupil-rows.ts'
import { staffRows } from '../rosters/staff-rows.ts'
import { schoolFigures } from '../school-figures.ts'

const title = `${judgedYear}年名册采集`
const registers = ['class_roster', 'staff_roster', 'pupil_roster'] as const
/** The two schools that one can enter as, and a neighbour. */
const names = ['石桥镇中心小学', '石桥镇初级中学', '石桥镇第二小学'] as const

/**
 * Opens a second period, for rosters, in which some schools have filled those of classes and staff and nobody that of
 * pupils: what their forms can take from rosters, and what not yet. Returns the number of tasks; 0 when it had been done.
 */
export async function seedRosters(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<number> {
  await installMissingTables(db, pack.pack)
  const reach = { scopes: [areaPath(county.code)], county: county.code, path: areaPath(county.code) }
  const caller = systemCaller('建立示范县的名册采集', reach)
  const opened = await door.write(caller, async (ctx) => ((await isSeeded(ctx)) ? undefined : open(ctx, pack)))
  if (opened === undefined) return 0
  for (const name of names) await door.write(caller, (ctx) => fillRosters(ctx, opened.period_id, name, keyring))
  return opened.tasks
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run('select 1 from collection_periods where county_code = $1 and title = $2', [
    county.code,
    title,
  ])
  return first !== undefined
}

function open(ctx: Ctx, pack: LoadedPack) {
  const unit_ids = names.map((name) => `S${getSchool(name).code}`)
  const day = (offset: number): string => dayOf(new Date(ctx.now.getTime() + offset * 86_400_000))
  return openPeriod(
    ctx,
    county.code,
    {
      title,
      pack_id: pack.pack.pack.id,
      year: judgedYear,
      opens_on: day(-21),
      closes_on: day(9),
      plans: registers.map((register) => ({ register, unit_ids, has_first_review: true })),
    },
    pack,
  )
}

async function fillRosters(ctx: Ctx, period: string, name: string, keyring: Keyring): Promise<void> {
  const figures = schoolFigures(getSchool(name), judgedYear)
  const nobody = { total: 1, before: 0, disabled: 0, taughtAtHome: 0 }
  const clerk: Ctx = { ...ctx, actor: { ...ctx.actor, id: 'demo 填报员', name: '填报员' } }
  const rows = [...pupilRows(figures, nobody).classRows, ...staffRows(figures, { count: 0, total: 1, before: 0 })]
  for (const register of ['class_roster', 'staff_roster'])
    await fillRoster(clerk, { period, register, unit: `S${figures.school.code}`, keyring }, rows)
}

interface RosterTask {
  readonly period: string
  readonly register: string
  readonly unit: string
  readonly keyring: Keyring
}

async function fillRoster(
  ctx: Ctx,
  { period, register, unit, keyring }: RosterTask,
  rows: readonly AnswerRow[],
): Promise<void> {
  const [task] = await ctx.db.run<{ task_id: string }>(
    `select task_id from collection_tasks where county_code = $1 and period_id = $2 and register = $3 and unit_id = $4`,
    [county.code, period, register, unit],
  )
  if (task === undefined) throw new Error(`the demo county has no task for ${register} of ${unit}`)
  const key = { county: county.code, taskId: task.task_id }
  const own = rows.filter((row) => row.register === register)
  const numbers = await addRows(ctx, key, own.length)
  const edits = own.flatMap(({ answers }, at) =>
    Object.entries(answers).flatMap(([column, value]) =>
      (typeof value === 'string' || typeof value === 'number') && !['school_code', 'school_name'].includes(column)
        ? [{ row_no: numbers[at] ?? 0, column, from: '', to: String(value) }]
        : [],
    ),
  )
  const { task: saved } = await saveCells(ctx, key, { edits }, { keyring, way: 'page' })
  await checkTask(ctx, saved, keyring)
}
