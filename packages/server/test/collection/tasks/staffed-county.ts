import type { RoleId } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { collectionRoutes } from '../../../src/collection/routes.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import type { SignedIn } from '../../../src/platform/http/access.ts'
import { createApp } from '../../../src/platform/http/create-app.ts'
import { noFiles, testDoor, testKeyring } from '../../harness/doors.ts'
import { type Appointed, appoint, peopleWorld } from '../../identity/people-world.ts'
import { openCollecting, today } from './collecting-county.ts'

interface Post {
  readonly name: string
  readonly unit: string
  readonly role: RoleId
  /** Below the county. */
  readonly scope: string
}

const first = 'T01/S2199000001/'
const second = 'T01/S2199000002/'

/** Two schools, their township and the county's bureau, with one or two people for each thing that is to be done. */
export const staff = [
  { name: '叶填报', unit: 'S2199000001', role: 'school_clerk', scope: first },
  { name: '程校长', unit: 'S2199000001', role: 'school_head', scope: first },
  { name: '邵填报', unit: 'S2199000002', role: 'school_clerk', scope: second },
  { name: '白专干', unit: 'T01', role: 'township_clerk', scope: 'T01/' },
  { name: '周专干', unit: 'T01', role: 'township_clerk', scope: 'T01/' },
  { name: '何专干', unit: 'T02', role: 'township_clerk', scope: 'T02/' },
  { name: '顾局长', unit: 'D02', role: 'department_head', scope: '' },
  { name: '陆督导', unit: 'G', role: 'supervisor', scope: '' },
  { name: '沈督导', unit: 'G', role: 'supervisor', scope: '' },
  { name: '林县长', unit: 'G', role: 'leader', scope: '' },
] as const satisfies readonly Post[]

export type StaffName = (typeof staff)[number]['name']

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** An open period in a county where everybody has a post and an account; `send` asks the routes as one of them. */
export async function openStaffed(db: Database, county: string) {
  const open = await openCollecting(db, county)
  const clock = { now: today }
  const world = await peopleWorld(db, { unitsPresent: true })
  const root = areaPath(county)
  const people = new Map<string, { readonly appointed: Appointed; readonly signedIn: SignedIn }>()
  for (const { name, unit, role, scope: below } of staff) {
    const scope = `${root}${below}`
    const appointed = await appoint(world, { county, unit, role, scope, name })
    const { personId: id, path, post, grant: grantId } = appointed
    const actor = { id, name, kind: 'person', county, path } as const
    const grants = [{ role, scope, unit: path, post, grantId }]
    people.set(name, { appointed, signedIn: { actor, grants, session: '0'.repeat(64), csrfToken: 'token' } })
  }
  const door = testDoor(db, () => clock.now)
  const app = await createApp({
    deps: {
      db,
      door,
      clock: () => clock.now,
      keyring: testKeyring(),
      files: noFiles,
      identify: async ({ headers }) => {
        const named = (header: string) => people.get(decodeURIComponent(String(headers[header])))?.signedIn
        const [signedIn, other] = [named('x-test-person'), named('x-test-for')]
        return signedIn === undefined || other === undefined ? signedIn : actingFor(signedIn, other)
      },
    },
    routes: [collectionRoutes],
  })
  const send = async (name: StaffName, path: string, body?: object, behalf?: StaffName): Promise<Answer> => {
    const headers = {
      'x-test-person': encodeURIComponent(name),
      'x-eduduty-csrf': 'token',
      ...(behalf !== undefined && { 'x-test-for': encodeURIComponent(behalf) }),
    }
    const url = `/api/collection${path}`
    const answer = await app.inject(
      body === undefined ? { url, headers } : { method: 'POST', url, headers, payload: body },
    )
    return { status: answer.statusCode, body: answer.json() }
  }
  const idOf = (name: string): string => people.get(name)?.appointed.personId ?? ''
  return { ...open, clock, door, people, idOf, send, close: () => app.close() }
}

/** As a delegation makes it: the grants of the colleague, the names of both. */
function actingFor({ actor, ...own }: SignedIn, other: SignedIn): SignedIn {
  const behalf = { id: other.actor.id, name: other.actor.name, delegation: 'd', last: '2099-12-31' }
  return { ...own, actor: { ...actor, name: `${actor.name}（代${behalf.name}）`, behalf }, grants: other.grants }
}

export type StaffedCounty = Awaited<ReturnType<typeof openStaffed>>
