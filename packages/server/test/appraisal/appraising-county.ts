import type { RoleId } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { appraisalRoutes } from '../../src/appraisal/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { SignedIn } from '../../src/platform/http/access.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { noFiles, testDoor, testKeyring } from '../harness/doors.ts'
import { appoint, peopleWorld } from '../identity/people-world.ts'
import { openCounty } from '../organizations/county-of-units.ts'
import { storeTownshipRun, townshipCodes } from './township-run.ts'

interface Post {
  readonly name: string
  readonly unit: string
  readonly role: RoleId
  /** Below the county. */
  readonly scope: string
}

/** Two townships with their clerks, an office with two people, four inspectors of whom one sits in the first township. */
export const staff = [
  { name: '白专干', unit: 'T01', role: 'township_clerk', scope: 'T01/' },
  { name: '何专干', unit: 'T02', role: 'township_clerk', scope: 'T02/' },
  { name: '程校长', unit: 'S2199000001', role: 'school_head', scope: 'T01/S2199000001/' },
  { name: '陆督导', unit: 'G', role: 'supervisor', scope: '' },
  { name: '沈督导', unit: 'G', role: 'supervisor', scope: '' },
  { name: '季督学', unit: 'D02', role: 'inspector', scope: '' },
  { name: '顾督学', unit: 'D02', role: 'inspector', scope: '' },
  { name: '裴督学', unit: 'D02', role: 'inspector', scope: '' },
  { name: '乡督学', unit: 'T01', role: 'inspector', scope: '' },
  { name: '乡督导', unit: 'T01', role: 'supervisor', scope: '' },
  { name: '林县长', unit: 'G', role: 'leader', scope: '' },
] as const satisfies readonly Post[]

export type StaffName = (typeof staff)[number]['name']

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

export const windows = {
  self_until: '2026-12-01',
  rate_until: '2026-12-10',
  publicity_days: 5,
  appeal_days: 7,
  tolerance_percent: '10',
} as const

/** A county with a stored run that rates two townships; `send` asks the routes as one of its people. */
export async function openAppraising(db: Database, county: string, accident?: string) {
  const clock = { now: new Date('2026-11-25T04:00:00Z') }
  await openCounty(db, county)
  const [first, second] = townshipCodes(county)
  for (const [unit, code] of [
    ['T01', first],
    ['T02', second],
  ])
    await db.run('update organizations_units set code = $3 where county_code = $1 and unit_id = $2', [
      county,
      unit,
      code,
    ])
  const door = testDoor(db, () => clock.now)
  const run = await storeTownshipRun(db, door, county, accident)
  const world = await peopleWorld(db, { unitsPresent: true })
  const root = areaPath(county)
  const people = new Map<string, SignedIn>()
  for (const { name, unit, role, scope: below } of staff) {
    const scope = `${root}${below}`
    const { personId: id, path, post, grant: grantId } = await appoint(world, { county, unit, role, scope, name })
    const actor = { id, name, kind: 'person', county, path } as const
    const grants = [{ role, scope, unit: path, post, grantId }]
    people.set(name, { actor, grants, session: '0'.repeat(64), csrfToken: 'token' })
  }
  const app = await createApp({
    deps: {
      db,
      door,
      clock: () => clock.now,
      keyring: testKeyring(),
      files: noFiles,
      identify: async ({ headers }) => people.get(decodeURIComponent(String(headers['x-test-person']))),
    },
    routes: [appraisalRoutes],
  })
  const send = async (name: StaffName, path: string, body?: object): Promise<Answer> => {
    const headers = { 'x-test-person': encodeURIComponent(name), 'x-eduduty-csrf': 'token' }
    const url = `/api/appraisal${path}`
    const answer = await app.inject(
      body === undefined ? { url, headers } : { method: 'POST', url, headers, payload: body },
    )
    return { status: answer.statusCode, body: answer.json() }
  }
  const idOf = (name: StaffName): string => people.get(name)?.actor.id ?? ''
  return { db, county, clock, run, first, second, idOf, send, close: () => app.close() }
}

export type AppraisingCounty = Awaited<ReturnType<typeof openAppraising>>
