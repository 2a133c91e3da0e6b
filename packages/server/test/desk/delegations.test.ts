import type { Inbox } from '@eduduty/core/desk'
import type { TaskView } from '@eduduty/core/duties'
import type { DelegationList } from '@eduduty/core/identity'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inboxRoutes } from '../../src/desk/index.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { delegationRoutes } from '../../src/identity/index.ts'
import { testCounty, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase } from '../harness/memory-database.ts'
import { addAccount, rightPassword, signInWorld, type World } from '../identity/sign-in-world.ts'

const bureau = `${testPath}D01/`
let world: World
let head: Person
let clerk: Person
let office: Person
let task = ''

interface Person {
  readonly id: string
  readonly cookie: string
  readonly csrf: string
}

async function enter(login: string, id: string): Promise<Person> {
  const entered = await world.app.inject({
    method: 'POST',
    url: '/api/identity/sign-in',
    payload: { login_name: login, password: rightPassword },
  })
  const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const session = await world.app.inject({ url: '/api/identity/session', headers: { cookie } })
  return { id, cookie, csrf: session.json().csrf }
}

const headersOf = ({ cookie, csrf }: Person, delegation?: string) => ({
  cookie,
  'x-eduduty-csrf': csrf,
  ...(delegation !== undefined && { 'x-eduduty-for': delegation }),
})
const get = (who: Person, url: string, delegation?: string) =>
  world.app.inject({ url, headers: headersOf(who, delegation) })
const post = (who: Person, url: string, payload: object, delegation?: string) =>
  world.app.inject({ method: 'POST', url, headers: headersOf(who, delegation), payload })
const list = async (who: Person): Promise<DelegationList> => (await get(who, '/api/identity/delegations')).json()
const inbox = async (who: Person): Promise<Inbox> => (await get(who, '/api/desk/inbox')).json()

beforeAll(async () => {
  world = await signInWorld({ routes: [delegationRoutes, inboxRoutes, dutyRoutes] })
  const add = (
    login: string,
    role: 'supervisor' | 'department_head' | 'enrolment_clerk',
    scope: string,
    path: string,
  ) => addAccount(world, { login, role, scope, path })
  const ids = {
    office: await add('office', 'supervisor', testPath, `${testPath}D09/`),
    head: await add('head', 'department_head', bureau, bureau),
    clerk: await add('clerk', 'enrolment_clerk', bureau, bureau),
  }
  office = await enter('office', ids.office)
  head = await enter('head', ids.head)
  clerk = await enter('clerk', ids.clerk)
  const opened = await post(office, '/api/duties/plans', {
    county: testCounty,
    year: 2026,
    title: '任务分解',
    document: '',
    soon_days: 30,
    silent_days: 60,
  })
  const made = await post(office, `/api/duties/plans/${testCounty}/${opened.json().plan}/tasks`, {
    title: '组织入学',
    wording: '',
    lists: ['任务清单'],
    units: ['D01'],
    cooperating: [],
    post: '局长',
    due_on: '2026-12-20',
    deliverable: '',
    milestones: [],
  })
  task = made.json().tasks[0]
  await post(office, `/api/duties/tasks/${testCounty}/${task}/deeds`, { deed: 'issue', says: '' })
})
afterAll(async () => {
  await world.app.close()
  await closeMemoryDatabase()
})

it('a colleague does the work of another for some days, under both names, and no longer', async () => {
  expect((await inbox(clerk)).waiting).toEqual([])
  expect((await list(head)).colleagues.map(({ person }) => person)).toEqual([clerk.id])
  const body = { delegate: clerk.id, since: '2026-11-25', last: '2026-11-26', reason: '出差' }
  expect((await post(head, '/api/identity/delegations', { ...body, last: '2026-11-24' })).json().type).toBe(
    'identity.delegation_days',
  )
  expect((await post(head, '/api/identity/delegations', { ...body, delegate: office.id })).json().type).toBe(
    'identity.delegate_unknown',
  )
  expect((await post(head, '/api/identity/delegations', body)).statusCode).toBe(204)
  expect((await post(head, '/api/identity/delegations', body)).json().type).toBe('identity.delegation_twice')
  const [received] = (await list(clerk)).received
  expect(received).toMatchObject({ state: 'running', last: '2026-11-26', reason: '出差' })
  const delegation = received?.delegation ?? ''

  const [item] = (await inbox(clerk)).waiting
  expect(item).toMatchObject({ deed: '接收', id: task, acting_for: { delegation } })
  const deed = { deed: 'accept', says: '' }
  const url = `/api/duties/tasks/${testCounty}/${task}/deeds`
  expect((await post(clerk, url, deed)).statusCode).toBe(403)
  const accepted = await post(clerk, url, deed, delegation)
  const { row, events }: TaskView = accepted.json()
  expect(row.state).toBe('underway')
  expect(events[0]?.by).toMatch(/^测试\d+（代测试\d+）$/)
  const session = (await get(clerk, '/api/identity/session', delegation)).json()
  expect(session.acting_for).toMatchObject({ delegation, last: '2026-11-26' })
  expect(session.verbs).not.toContain('identity.reveal')

  expect((await post(clerk, '/api/identity/delegations', body, delegation)).json().type).toBe(
    'identity.delegation_onward',
  )
  expect((await get(office, '/api/desk/inbox', delegation)).json().type).toBe('identity.delegation_over')
  world.clock.pass(2 * 24 * 60)
  clerk = await enter('clerk', clerk.id)
  expect((await inbox(clerk)).waiting).toEqual([])
  expect((await get(clerk, '/api/desk/inbox', delegation)).json().type).toBe('identity.delegation_over')
})

it('is taken back at any time, by either side', async () => {
  head = await enter('head', head.id)
  const body = { delegate: clerk.id, since: '2026-11-27', last: '2026-12-05', reason: '休假' }
  await post(head, '/api/identity/delegations', body)
  const [received] = (await list(clerk)).received
  expect((await inbox(clerk)).waiting.map(({ id }) => id)).toEqual([task])
  const ending = `/api/identity/delegations/${received?.delegation}/ending`
  expect((await post(office, ending, {})).statusCode).toBeGreaterThanOrEqual(401)
  expect((await post(clerk, ending, {})).statusCode).toBe(204)
  expect((await inbox(clerk)).waiting).toEqual([])
  expect((await list(head)).given[0]).toMatchObject({ state: 'withdrawn' })
})
