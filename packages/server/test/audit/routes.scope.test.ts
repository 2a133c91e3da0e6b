import type { EventList, VerifyState } from '@eduduty/core/audit'
import { type RoleId, roles } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { auditRoutes } from '../../src/audit/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { depsAs, systemIn, testDoor } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

const mine = areaPath('990101')
const theirs = areaPath('990202')
const city = areaPath('990100')
let db: Database
let app: App | undefined

beforeAll(async () => {
  db = await memoryDatabase()
  const door = testDoor(db)
  for (const [path, subject] of [
    [mine, 'CANARY-MINE'],
    [theirs, 'CANARY-THEIRS'],
    [city, 'CANARY-CITY'],
  ] as const) {
    await door.record(systemIn(path), { action: 'identity.sign_in', subject })
  }
})
afterEach(async () => {
  await app?.close()
  app = undefined
})

async function as(role: RoleId | undefined, scope: string): Promise<App> {
  app = await createApp({ deps: depsAs(db, role === undefined ? [] : [{ role, scope }]), routes: [auditRoutes] })
  return app
}

const reads = [
  '/api/audit/events',
  '/api/audit/events/990101/1',
  '/api/audit/actions',
  '/api/audit/verify',
  '/api/audit/export?format=csv',
] as const
const change = { method: 'POST', url: '/api/audit/verify', headers: { 'x-eduduty-csrf': 'token' } } as const

async function verified(on: App): Promise<VerifyState> {
  await on.inject(change)
  for (;;) {
    const state: VerifyState = (await on.inject('/api/audit/verify')).json()
    if (state.state !== 'running') return state
  }
}

describe('the audit log and who may see it', () => {
  const roleIds: readonly RoleId[] = [
    'supervisor',
    'leader',
    'superior_supervisor',
    'inspector',
    'department_head',
    'department_clerk',
    'township_clerk',
    'school_head',
    'school_clerk',
    'enrolment_clerk',
    'system_admin',
    'security_admin',
  ]

  it('knows every role', () => {
    expect([...roleIds, 'auditor'].toSorted()).toEqual(Object.keys(roles).toSorted())
  })

  it.each(roleIds)('%s is refused everything, and each refusal is kept', async (role) => {
    const on = await as(role, mine)
    const added = await eventsSince(db)
    for (const url of reads) {
      const answer = await on.inject(url)
      expect([url, answer.statusCode]).toEqual([url, 403])
      expect(answer.body).not.toContain('CANARY')
    }
    expect((await on.inject(change)).statusCode).toBe(403)
    const events = await added()
    expect(events.map((event) => event.result)).toEqual(Array.from({ length: 6 }, () => 'denied'))
  })

  it('nobody signed in is refused', async () => {
    const on = await as(undefined, mine)
    for (const url of reads) expect((await on.inject(url)).statusCode).toBe(401)
    expect((await on.inject(change)).statusCode).toBe(401)
  })

  it('an auditor sees, verifies and exports the own county and nothing of another', async () => {
    const on = await as('auditor', mine)
    for (const url of reads) {
      const answer = await on.inject(url)
      expect([url, answer.statusCode]).toEqual([url, 200])
      expect(answer.body).not.toMatch(/CANARY-(THEIRS|CITY)/)
    }
    const list: EventList = (await on.inject('/api/audit/events?text=canary')).json()
    expect(list.events.map((event) => event.subject)).toContain('CANARY-MINE')
    const state = await verified(on)
    expect(state.report?.chains.map((chain) => chain.county)).toEqual(['990101'])
    const unit = await on.inject(`/api/audit/events?unit=${encodeURIComponent(theirs)}`)
    expect(unit.json()).toEqual({ events: [], more: false })
  })

  it('an auditor of another county, or of a school, sees nothing of this one', async () => {
    for (const scope of [theirs, `${mine}S001/`]) {
      const on = await as('auditor', scope)
      expect((await on.inject('/api/audit/events')).body).not.toContain('CANARY-MINE')
      const foreign = await on.inject('/api/audit/events/990101/1')
      const none = await on.inject('/api/audit/events/990101/999999')
      expect([foreign.statusCode, foreign.body]).toEqual([404, none.body])
      const state = await verified(on)
      expect(state.report?.chains.map((chain) => chain.county)).not.toContain('990101')
      await on.close()
    }
  })

  it("a city's auditor sees the city and its counties, and no other city", async () => {
    const on = await as('auditor', city)
    const list: EventList = (await on.inject('/api/audit/events?text=canary')).json()
    expect(list.events.map((event) => event.subject).toSorted()).toEqual(['CANARY-CITY', 'CANARY-MINE'])
    expect((await verified(on)).report?.chains.map((chain) => chain.county)).toEqual(['990100', '990101'])
  })
})
