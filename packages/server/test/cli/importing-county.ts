import { join } from 'node:path'
import { dayOf } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { openPeriod } from '../../src/collection/index.ts'
import { closePeriod } from '../../src/collection/periods/close-period.ts'
import { openUnit } from '../../src/organizations/index.ts'
import { installMissingTables } from '../../src/packs/index.ts'
import { type Ctx, systemCaller } from '../../src/platform/ctx.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { loadPack } from '../collection/tasks/collecting-county.ts'

export const county = '990194'
export const formPeriod = '2025年优质均衡数据采集'
export const rosterPeriod = '2025年名册采集'
export const closedPeriod = '2024年补报'

const schools = ['石桥镇中心小学', '河口小学']

/** An installation on disk with a small county and three periods around the present day, one of them closed. */
export async function makeImportingCounty(folder: string): Promise<void> {
  const data = join(folder, 'data')
  const installation = await openInstallation({ dataDir: data }, join(folder, 'data-keys', 'keys.json'))
  const path = areaPath(county)
  const caller = systemCaller('测试', { scopes: [path], county, path })
  const { door, db } = installation
  try {
    await door.write(caller, async (ctx) => {
      const openedOn = '2018-09-01'
      await openUnit(ctx, { kind: 'government', name: '试验县人民政府', code: county, parentPath: undefined, openedOn })
      await openUnit(ctx, { unitId: 'T01', kind: 'township', name: '石桥镇', code: '', parentPath: path, openedOn })
      for (const [at, name] of schools.entries())
        await openUnit(ctx, {
          unitId: `S219900000${at + 1}`,
          kind: 'school',
          name,
          code: `219900000${at + 1}`,
          parentPath: `${path}T01/`,
          openedOn,
        })
    })
    const day = (offset: number) => dayOf(new Date(Date.now() + offset * 86_400_000))
    const window = { opens_on: day(-10), closes_on: day(10) }
    const units = { unit_ids: ['S2199000001'], has_first_review: false }
    const periods = [
      { title: formPeriod, pack_id: 'quality-balance-2017', year: 2025, register: 'school_form' },
      { title: rosterPeriod, pack_id: 'duty-registers', year: 2025, register: 'class_roster' },
      { title: closedPeriod, pack_id: 'duty-registers', year: 2024, register: 'class_roster' },
    ]
    for (const { register, ...rest } of periods) {
      const pack = await loadPack(rest.pack_id)
      await installMissingTables(db, pack.pack)
      const plan = { ...rest, ...window, plans: [{ register, ...units }] }
      const { period_id } = await door.write(caller, (ctx) => openPeriod(ctx, county, plan, pack))
      if (rest.title === closedPeriod)
        await door.write(caller, (ctx) => closePeriod(ctx, { county, periodId: period_id }, '已收齐'))
    }
  } finally {
    await installation.close()
  }
}

/** Looks into the installation, through its own door. */
export async function inImported<T>(folder: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const installation = await openInstallation({ dataDir: join(folder, 'data') }, join(folder, 'data-keys', 'keys.json'))
  try {
    return await installation.door.read(systemCaller('测试'), work)
  } finally {
    await installation.close()
  }
}
