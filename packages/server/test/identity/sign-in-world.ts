import type { RoleId } from '@eduduty/core/identity'
import { countyOf, type OrgPath } from '@eduduty/core/organizations'
import type { LightMyRequestResponse } from 'fastify'
import { createIdentify, type SignInOptions, signInRoutes } from '../../src/identity/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import type { App, RegisterRoutes } from '../../src/platform/http/app-type.ts'
import { type AppOptions, createApp } from '../../src/platform/http/create-app.ts'
import { noFiles, systemIn, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { rememberingHasher } from './remembering-hasher.ts'

export const rightPassword = 'Lan-Tian-2026'

/** A clock that a test moves on. */
export interface TestClock {
  (): Date
  pass(minutes: number): void
}

export function testClock(start = '2026-11-25T01:00:00Z'): TestClock {
  let now = Date.parse(start)
  const read = (): Date => new Date(now)
  return Object.assign(read, {
    pass(minutes: number) {
      now += minutes * 60_000
    },
  })
}

export interface World {
  readonly db: Database
  readonly door: Door
  readonly clock: TestClock
  readonly app: App
}

/** An application with signing in as it ships, on a clock of the test. */
export async function signInWorld(
  options: Partial<SignInOptions> & {
    readonly routes?: readonly RegisterRoutes[]
    readonly db?: Database
    readonly clock?: TestClock
    readonly https?: NonNullable<AppOptions['https']>
  } = {},
): Promise<World> {
  const { routes = [], clock = testClock(), db = await memoryDatabase(), https, ...signIn } = options
  const door = testDoor(db, clock)
  const keyring = testKeyring()
  const app = await createApp({
    deps: { db, door, clock, keyring, files: noFiles, identify: createIdentify({ door, keyring }) },
    routes: [signInRoutes({ demo: false, hasher: rememberingHasher, ...signIn }), ...routes],
    ...(https !== undefined && { https }),
  })
  return { db, door, clock, app }
}

export interface NewAccount {
  readonly login: string
  /** Empty: none yet. */
  readonly password?: string
  readonly role?: RoleId
  readonly status?: 'waiting' | 'active' | 'disabled'
  readonly isDemo?: boolean
  readonly path?: OrgPath
  readonly scope?: OrgPath
}

let serial = 0

/** A person with an account, a post of their own and a role in the whole county; gives the person's id. */
export async function addAccount({ door, clock }: World, account: NewAccount): Promise<string> {
  const { login, role = 'supervisor', status = 'active', isDemo = false, path = `${testPath}D01/` } = account
  const scope = account.scope ?? path.slice(0, 15)
  const { password = rightPassword } = account
  serial += 1
  const county = countyOf(path)
  const id = `p${serial}`
  const post = `o${serial}`
  const now = clock()
  const base = { county_code: county, org_path: path }
  const hash = password === '' ? null : await rememberingHasher.hash(password, 'scrypt')
  await door.write(systemIn(path.slice(0, 15)), async ({ db: { kysely: q } }) => {
    const unit = path.split('/').at(-2) ?? 'D01'
    await q
      .insertInto('organizations_units')
      .values({ ...base, unit_id: unit, kind: 'department', opened_on: '2000-01-01' })
      .onConflict((c) => c.doNothing())
      .execute()
    await q
      .insertInto('organizations_unit_versions')
      .values({ ...base, unit_id: unit, since: '2000-01-01', name: '云岭县教育局' })
      .onConflict((c) => c.doNothing())
      .execute()
    await q
      .insertInto('organizations_posts')
      .values({ ...base, post_id: post, unit_id: unit, title: '督导员' })
      .execute()
    await q
      .insertInto('identity_people')
      .values({ ...base, person_id: id, unit_id: unit, name: `测试${serial}`, name_initials: 'csr' })
      .execute()
    await q
      .insertInto('identity_accounts')
      .values({
        ...base,
        person_id: id,
        login_name: login,
        status,
        password_hash: hash,
        password_set_at: hash === null ? null : now,
        is_demo: isDemo,
        created_at: now,
      })
      .execute()
    await q
      .insertInto('identity_login_names')
      .values({ login_name: login, county_code: county, person_id: id })
      .execute()
    const decided = { proposed_by: 'a', proposed_at: now, decided_by: 'b', decided_at: now, status: 'approved' }
    await q
      .insertInto('identity_tenures')
      .values({
        ...base,
        ...decided,
        tenure_id: `t${serial}`,
        post_id: post,
        person_id: id,
        kind: 'holder',
        since: '2026-01-01',
      })
      .execute()
    await q
      .insertInto('identity_grants')
      .values({
        ...base,
        ...decided,
        grant_id: `g${serial}`,
        post_id: post,
        role,
        scope_path: scope,
        since: '2026-01-01',
      })
      .execute()
  })
  return id
}

/** A browser: keeps cookies, sends the token of its session with changes. */
export interface Browser {
  get(url: string): Promise<LightMyRequestResponse>
  send(url: string, payload?: object, method?: 'POST' | 'PUT' | 'DELETE'): Promise<LightMyRequestResponse>
  signIn(login: string, password?: string, totp?: string): Promise<LightMyRequestResponse>
  readonly cookies: Map<string, string>
}

export function openBrowser({ app }: Pick<World, 'app'>, address = '10.1.2.3'): Browser {
  const cookies = new Map<string, string>()
  let csrf = ''
  const headers = (): Record<string, string> => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'x-eduduty-csrf': csrf,
  })
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const get = async (url: string) => keep(await app.inject({ url, headers: headers(), remoteAddress: address }))
  const send: Browser['send'] = async (url, payload, method = 'POST') =>
    keep(
      await app.inject({
        method,
        url,
        headers: headers(),
        remoteAddress: address,
        ...(payload !== undefined && { payload }),
      }),
    )
  return {
    cookies,
    get,
    send,
    async signIn(login, password = rightPassword, totp) {
      const payload = { login_name: login, password, ...(totp !== undefined && { totp }) }
      const answer = await send('/api/identity/sign-in', payload)
      if (answer.statusCode === 204) csrf = (await get('/api/identity/session')).json().csrf
      return answer
    },
  }
}

/** What the logs say of an action, oldest first. */
export function auditOf(
  { db }: Pick<World, 'db'>,
  action: string,
): Promise<{ county_code: string; subject: string; result: string; reason: string; detail: unknown }[]> {
  return db.run(
    `select county_code, subject, result, reason, detail from audit_events where action = $1
     order by occurred_at, county_code, event_no`,
    [action],
  )
}
