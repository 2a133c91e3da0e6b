import { join } from 'node:path'
import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { seedArchive } from '../../src/demo/archive/seed-archive.ts'
import { county } from '../../src/demo/county.ts'
import { bringVolumes, refreshCatalogues, seedReports } from '../../src/demo/index.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { reportRoutes } from '../../src/reports/index.ts'
import { keepFolder } from '../evaluation/kept-run.ts'
import { depsAs, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { loadDemoPack, sharedDemo } from '../harness/shared-demo.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = areaPath(county.code)
const clock = () => new Date('2026-11-27T02:00:00Z')
const out = temporaryFolder()

it('the catalogue, the bound volumes of schools and the reports of the demo county follow its evaluation, each once', async () => {
  const db = await memoryDatabase()
  const installation = { door: testDoor(db, clock), keyring: testKeyring() }
  await seedAreas(installation)
  await seedStaff(installation)
  const files = openFileStore(temporaryFolder())
  await seedArchive(installation, files)
  const leftOut = async () => {
    const rows = await db.run<{ spared: string }>(
      "select distinct spared_because as spared from archive_needs where spared_because like '%不列入本单位'",
    )
    return rows.map(({ spared }) => spared)
  }
  expect(await refreshCatalogues(installation)).toBe(0)
  expect(await leftOut()).toEqual([])
  expect(await seedReports(installation)).toBe(0)
  const { folder } = await sharedDemo()
  const pack = await loadDemoPack()
  const instant = clock().toISOString()
  const place = { folder, out: join(out, 'out'), scope: root, countyCode: county.code }
  await keepFolder(db, { ...place, pack, instant })
  expect(await refreshCatalogues(installation)).toBe(1)
  expect(await refreshCatalogues(installation)).toBe(0)
  expect(await leftOut()).toContain('中等职业学校不列入资源配置的分学校统计；2025年度的评估不列入本单位')

  const brought = await bringVolumes(installation, files, () => false)
  expect(brought).toBeGreaterThan(50)
  expect(await bringVolumes(installation, files, () => false)).toBe(0)
  const [shares] = await db.run<{ missing: number; served: number; strange: number }>(
    `select avg((l.need_id is null)::int)::float as missing, max(p.needs)::int as served,
       count(*) filter (where l.need_id is not null and l.unit <> n.unit_name)::int as strange
     from archive_needs n
     left join (select need_id, min(paper_unit_name) as unit from archive_links group by need_id) l using (need_id)
     cross join (select max(c) as needs from (select count(*) as c from archive_links group by paper_id) s) p
     where n.is_asked and n.waived_reason is null and n.spared_because is null`,
  )
  expect(shares?.missing).toBeGreaterThan(0.1)
  expect(shares?.missing).toBeLessThan(0.3)
  expect(shares).toMatchObject({ strange: 0 })
  expect(shares?.served).toBeGreaterThan(8)

  expect(await seedReports(installation)).toBe(5)
  expect(await seedReports(installation)).toBe(0)

  const app = await createApp({ deps: depsAs(db, [{ role: 'leader', scope: root }], clock), routes: [reportRoutes] })
  const { reports } = (await app.inject({ url: '/api/reports' })).json()
  expect(reports.map(({ state }: { state: string }) => state).sort()).toEqual([
    'review',
    'writing',
    'writing',
    'writing',
    'writing',
  ])
  const whole = reports.find(({ title }: { title: string }) => title.includes('发展自评报告'))
  const { comments } = (await app.inject({ url: `/api/reports/${whole.county}/${whole.report}` })).json()
  expect(comments).toHaveLength(1)
  await app.close()
  await db.close()
}, 240_000)
