import { join } from 'node:path'
import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { county, judgedYear } from '../../src/demo/county.ts'
import { seedReports } from '../../src/demo/index.ts'
import { assessFolder } from '../../src/evaluation/index.ts'
import { startOutput } from '../../src/evaluation/output-folder.ts'
import { storeRun } from '../../src/evaluation/store-run.ts'
import { writeOutputs } from '../../src/evaluation/write-outputs.ts'
import { installMissingTables } from '../../src/packs/install-missing-tables.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { silentProgress } from '../../src/platform/progress.ts'
import { reportRoutes } from '../../src/reports/index.ts'
import { depsAs, systemIn, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { loadDemoPack, sharedDemo } from '../harness/shared-demo.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = areaPath(county.code)
const clock = () => new Date('2026-11-27T02:00:00Z')
const out = temporaryFolder()

it('where the demo county is evaluated, reports are begun once: written, talked about, and one that waits for a signature', async () => {
  const db = await memoryDatabase()
  const installation = { door: testDoor(db, clock) }
  expect(await seedReports(installation)).toBe(0)
  const { folder } = await sharedDemo()
  const pack = await loadDemoPack()
  const request = { folder, shownFolder: 'demo', pack, thisYear: judgedYear, countyCode: county.code }
  const assessed = await assessFolder(request, silentProgress)
  const output = await startOutput(join(out, 'out'), folder)
  const outputs = await writeOutputs(assessed, folder, output.building, silentProgress)
  const tables = await installMissingTables(db, pack.pack)
  const kept = { pack, assessed, outputs, folder: output.building, tables, keyring: testKeyring() }
  await installation.door.write(systemIn(root), (ctx) => storeRun(ctx, kept))

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
}, 120_000)
