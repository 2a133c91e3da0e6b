import type { MechanismList, MeetingBody, MeetingList, NewTaskBody } from '@eduduty/core/duties'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { archiveRoutes } from '../../src/archive/index.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const headers = { 'x-eduduty-csrf': 'token' }

/** A county with a bureau, two townships, two schools and three villages, and somebody of each who uses the routes. */
export interface MechanismDesk {
  readonly db: Database
  readonly office: App
  readonly bureau: App
  readonly township: App
  readonly school: App
  readonly plan: string
  at(instant: string): void
  post(app: App, path: string, payload: object): Promise<Awaited<ReturnType<App['inject']>>>
  meetings(app: App, year?: number): Promise<MeetingList>
  records(app: App): Promise<MechanismList>
  close(): Promise<void>
}

export async function openMechanismDesk(): Promise<MechanismDesk> {
  let now = new Date('2026-03-10T01:00:00Z')
  const clock = () => now
  const db = await memoryDatabase()
  await testDoor(db, clock).write(systemIn(), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, more: object = {}) =>
      openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...more })
    await unit('G', 'government', '演示县人民政府', undefined, { code: testCounty })
    await unit('D02', 'department', '演示县教育局', testPath)
    await unit('T01', 'township', '青山乡', testPath, { areaCode: '990101200' })
    await unit('T02', 'township', '绿水镇', testPath, { areaCode: '990101100' })
    await unit('S01', 'school', '青山小学', `${testPath}T01/`)
    await unit('S02', 'school', '绿水小学', `${testPath}T02/`)
  })
  const villages = [
    ['990101200001', '上村'],
    ['990101200002', '下村'],
    ['990101100001', '河口村'],
  ]
  await db.loadRows(
    'organizations_areas',
    ['code', 'since', 'level', 'name'],
    villages.map(([code, name]) => [code, '2010-01-01', 'village', name]),
  )
  const files = openFileStore(temporaryFolder())
  const app = (role: RoleId, scope: string, id: string) =>
    createApp({
      deps: { ...depsAs(db, [{ role, scope }], clock, id), files },
      routes: [dutyRoutes, archiveRoutes],
    })
  const [office, bureau, township, school] = await Promise.all([
    app('supervisor', testPath, '督导办'),
    app('department_head', `${testPath}D02/`, '教育局'),
    app('township_clerk', `${testPath}T01/`, '青山乡'),
    app('school_head', `${testPath}T01/S01/`, '青山小学'),
  ])
  const post = (at: App, path: string, payload: object) =>
    at.inject({ method: 'POST', url: `/api/duties/${path}`, headers, payload })
  const opened = await post(office, 'plans', {
    county: testCounty,
    year: 2026,
    title: '2026年任务分解',
    document: '',
    soon_days: 30,
    silent_days: 60,
  })
  const get = async (at: App, path: string) => (await at.inject({ url: `/api/duties/${path}` })).json()
  return {
    db,
    office,
    bureau,
    township,
    school,
    plan: opened.json().plan,
    post,
    at: (instant) => {
      now = new Date(instant)
    },
    meetings: (at, year = 2026) => get(at, `meetings/${testCounty}?year=${year}`),
    records: (at) => get(at, `mechanisms/${testCounty}?year=2026`),
    close: async () => {
      await Promise.all([office, bureau, township, school].map((one) => one.close()))
    },
  }
}

export const meeting = (more: Partial<MeetingBody> = {}): MeetingBody => ({
  unit: 'G',
  kind: '政府常务会',
  title: '第3次常务会',
  held_on: '2026-03-05',
  chair: '县长',
  document: '',
  topics: ['控辍保学'],
  decisions: [],
  ...more,
})

export const task = (more: Partial<NewTaskBody> = {}): NewTaskBody => ({
  title: '组织入学',
  wording: '',
  lists: ['任务清单'],
  units: ['D02'],
  cooperating: [],
  post: '局长',
  due_on: '2026-11-30',
  deliverable: '',
  milestones: [],
  ...more,
})
