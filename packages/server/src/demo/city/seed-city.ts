import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import {
  approveTask,
  checkTask,
  freezeTask,
  getTask,
  openPeriod,
  saveCells,
  submitTask,
} from '../../collection/index.ts'
import { decideDelivery, deliverRun, evaluateGathering } from '../../evaluation/index.ts'
import { openUnit, receiveAreas } from '../../organizations/index.ts'
import { installMissingTables, type LoadedPack, packsFolder, readPack } from '../../packs/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, judgedYear } from '../county.ts'
import { dutyYear } from '../duties/duty-year.ts'
import { city, founding } from '../staff/demo-areas.ts'
import { storeFolderRun } from '../store-folder-run.ts'
import { type MemberYear, memberFiles } from './county-year.ts'
import { type MemberCounty, memberCounties } from './member-counties.ts'

type Parts = Pick<Installation, 'door' | 'db' | 'keyring'>

const cityPath = areaPath(city.code)
const cityCaller = (purpose: string) => systemCaller(purpose, { scopes: [cityPath], county: city.code, path: cityPath })
const why = '演示数据由文件夹读入，没有经过上报冻结'

/**
 * The city above the demo county, once: three neighbours, the results that all four handed up and the city confirmed, and
 * the city's own evaluation of them. Of the year after, one has handed up and nobody has confirmed. Gives whether anything
 * was done now.
 */
export async function seedCity(
  installation: Parts,
  isStopped = () => false,
  members = memberCounties,
): Promise<boolean> {
  const { door, db, keyring } = installation
  if (await door.read(cityCaller('查看演示市'), isSeeded)) return false
  const [own, below] = [await shipped('city-duty'), await shipped('county-duty')]
  await openNeighbours(installation)
  await installMissingTables(db, own.pack)
  for (const member of members) {
    for (const years of memberYears) {
      if (isStopped()) return false
      const run = await storeMember(installation, below, member, years)
      await door.write(cityCaller('建立演示市的上报'), (ctx) => deliver(ctx, member.code, run, true))
    }
  }
  await door.write(cityCaller('建立演示市的年度方案'), (ctx) => enterScheme(ctx, own, keyring))
  const body = { pack: own.pack.pack.id, year: judgedYear, kind: 'official' } as const
  await evaluateGathering(door, cityCaller('演示市汇总评估'), city.code, body)
  await door.write(cityCaller('建立演示市的上报'), deliverNextYear)
  return true
}

/** Of the judged year everything; of the year before only the money, by which the city's spending is compared. */
const memberYears: readonly (readonly MemberYear[])[] = [
  [
    { year: 2023, moneyOnly: true },
    { year: 2024, moneyOnly: true },
  ],
  [
    { year: 2024, moneyOnly: true },
    { year: judgedYear, moneyOnly: false },
  ],
]

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [run] = await db.run('select 1 from evaluation_runs where county_code = $1 limit 1', [city.code])
  return run !== undefined
}

async function shipped(id: string): Promise<LoadedPack> {
  const { loaded } = await readPack(id, packsFolder())
  if (loaded === undefined) throw new Error(`the shipped pack ${id} cannot be read`)
  return loaded
}

/** The areas and governments of the neighbours, by the same use cases as everybody else's. */
async function openNeighbours({ door }: Parts): Promise<void> {
  const others = memberCounties.filter(({ code }) => code !== county.code)
  const lines = others.map(({ code, name }) => [code, name, founding, '', '', '演示市（虚构）'].join(','))
  const text = ['区划代码,区划名称,启用日期,停用日期,承接区划代码,来源', ...lines].join('\n')
  const file = { name: '演示市所辖县.csv', bytes: new TextEncoder().encode(text) }
  const caller = systemCaller('登记演示市的行政区划', { county: city.code })
  const { outcome } = await receiveAreas(door, caller, { file, since: founding, dryRun: false })
  const fault = outcome.findings.find((finding) => finding.level === 'error')
  if (fault !== undefined) throw new Error(`the areas of the demo city are refused: ${fault.message}`)
  await door.write(cityCaller('建立演示市的机构'), async (ctx) => {
    for (const { code, name } of others) {
      const [known] = await ctx.db.run('select 1 from organizations_units where county_code = $1 limit 1', [code])
      if (known !== undefined) continue
      const government = { unitId: 'G', kind: 'government', name: `${name}人民政府`, code, openedOn: founding } as const
      await openUnit(ctx, { ...government, parentPath: undefined })
    }
  })
}

async function storeMember(
  installation: Parts,
  pack: LoadedPack,
  member: MemberCounty,
  years: readonly MemberYear[],
): Promise<string> {
  const files = await memberFiles(pack.pack.registers, member, years)
  const { code, name } = member
  const year = Math.max(...years.map((one) => one.year))
  return storeFolderRun(installation, pack, {
    name: `${name}${year}年履行教育职责评价`,
    files,
    year,
    purpose: `评估演示市：${name}`,
    daysAgo: 40,
    area: { code, name },
  })
}

const sender = { id: 'demo 县督导办', sends: [cityPath], receives: [] } as const
const receiver = { id: 'demo 市督学', sends: [], receives: [cityPath] } as const
const as = (ctx: Ctx, id: string, name: string): Ctx => ({ ...ctx, actor: { ...ctx.actor, id, name } })

async function deliver(ctx: Ctx, code: string, run: string, isConfirmed: boolean): Promise<void> {
  await deliverRun(as(ctx, sender.id, '县督导办'), code, { run, reason: why }, sender)
  if (!isConfirmed) return
  const [sent] = await ctx.db.run<{ delivery_id: string }>(
    'select delivery_id from evaluation_deliveries where county_code = $1 and run_id = $2',
    [code, run],
  )
  if (sent === undefined) throw new Error('what was handed up is not there')
  const decision = { county: code, delivery: sent.delivery_id, deed: 'confirmed', reason: '' } as const
  await decideDelivery(as(ctx, receiver.id, '市督导室'), decision, receiver)
}

/** The demo county has handed up how its next year stands; the others have not yet. */
async function deliverNextYear(ctx: Ctx): Promise<void> {
  const [run] = await ctx.db.run<{ run_id: string }>(
    `select run_id from evaluation_runs where county_code = $1 and pack_id = 'county-duty' and year = $2
     order by created_at desc limit 1`,
    [county.code, dutyYear],
  )
  if (run !== undefined) await deliver(ctx, county.code, run.run_id, false)
}

const scheme = {
  city_name: city.name,
  city_code: city.code,
  city_document: `${city.name}${judgedYear}年县级政府履行教育职责评价方案（虚构）`,
  city_best: '90',
  city_pass: '60',
  county_pass: '70',
  city_large_line: '5',
} as const

/** The year's scheme of the city: one form, filled in, reviewed and frozen. */
async function enterScheme(ctx: Ctx, pack: LoadedPack, keyring: Installation['keyring']): Promise<void> {
  const day = (offset: number): string => dayOf(new Date(ctx.now.getTime() + offset * 86_400_000))
  const plans = [{ register: 'city_scheme', unit_ids: ['D01'], has_first_review: false }]
  const period = {
    title: `${judgedYear}年市级年度方案`,
    pack_id: pack.pack.pack.id,
    year: judgedYear,
    opens_on: day(-60),
    closes_on: day(30),
    plans,
  }
  const { period_id: id } = await openPeriod(ctx, city.code, period, pack)
  const [task] = await ctx.db.run<{ task_id: string }>(
    'select task_id from collection_tasks where county_code = $1 and period_id = $2',
    [city.code, id],
  )
  if (task === undefined) throw new Error('the demo city has no task for its scheme')
  const key = { county: city.code, taskId: task.task_id }
  const clerk = as(ctx, 'demo 市填报员', '市督导室填报员')
  const edits = Object.entries(scheme).map(([column, to]) => ({ row_no: 0, column, from: '', to }))
  await saveCells(clerk, key, { edits }, { keyring, way: 'page' })
  await checkTask(clerk, await getTask(ctx, key), keyring)
  await submitTask(clerk, key, '', keyring)
  const reviewer = as(ctx, receiver.id, '市督导室')
  await approveTask(reviewer, key, '与印发的方案一致')
  await freezeTask(reviewer, key, '')
}
