import type { CareList, CareView, RegisterChildBody, TeachingBook } from '@eduduty/core/enrolment'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { archiveRoutes } from '../../src/archive/index.ts'
import { enrolmentRoutes } from '../../src/enrolment/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App, Deps } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { caseFiles } from './case-desk.ts'

const headers = { 'x-eduduty-csrf': 'token' }

/** Who uses the routes: the bureau and its special-education post, two townships, two schools, a resource teacher. */
export type Person = 'bureau' | 'special' | 'green' | 'river' | 'greenSchool' | 'riverSchool' | 'resource' | 'stranger'

const people: Readonly<Record<Person, readonly [RoleId, string, string, string]>> = {
  bureau: ['department_head', testPath, `${testPath}D02/`, '教育局局长'],
  special: ['enrolment_clerk', testPath, `${testPath}D02/`, '特殊教育专干'],
  green: ['township_clerk', `${testPath}T01/`, `${testPath}T01/`, '教育专干'],
  river: ['township_clerk', `${testPath}T02/`, `${testPath}T02/`, '教育专干'],
  greenSchool: ['school_head', `${testPath}T01/S01/`, `${testPath}T01/S01/`, '校长'],
  riverSchool: ['school_head', `${testPath}T02/S02/`, `${testPath}T02/S02/`, '校长'],
  resource: ['school_clerk', `${testPath}T02/S02/`, `${testPath}T02/S02/`, '资源教师'],
  stranger: ['department_head', '99/9909/990909/', '99/9909/990909/', '外县'],
}

export interface CareDesk {
  at(day: string): void
  post(
    person: Person,
    path: string,
    payload: object,
  ): Promise<{ status: number; type: string; body: string; bytes: Uint8Array }>
  get(person: Person, path: string): Promise<{ status: number; type: string; body: string; bytes: Uint8Array }>
  /** To a record below `at`. */
  sendPicture(
    person: Person,
    at: string,
    kind: 'photo' | 'signature',
    bytes: Buffer,
  ): Promise<{ status: number; type: string; body: string }>
  list(person: Person, query?: string): Promise<CareList>
  read(person: Person, child: string): Promise<CareView>
  teaching(person: Person): Promise<TeachingBook>
  /** Registers a child of 青山乡 in 绿水小学, as its school; gives its id. */
  register(more?: object): Promise<string>
  close(): Promise<void>
}

export const invented = (more: object = {}): RegisterChildBody => ({
  from: 'person',
  name: '程小满',
  sex: '男',
  birth_on: '2014-05-17',
  guardian: '程大山',
  guardian_phone: '19900001111',
  address: '青山乡上村3组',
  village: '上村',
  groups: ['残疾'],
  grade: '四（1）班',
  township: 'T01',
  school: 'S02',
  ...more,
})

const typeOf = (body: string): string => /"type":"([^"]*)"/.exec(body)?.[1] ?? ''

export async function openCareDesk(db: Database): Promise<CareDesk> {
  let now = new Date('2026-09-10T01:00:00Z')
  const clock = () => now
  await makeUnits(db, clock)
  const apps = new Map<Person, App>()
  for (const person of Object.keys(people).filter(isPerson))
    apps.set(person, await createApp({ deps: depsOf(db, clock, person), routes: [enrolmentRoutes, archiveRoutes] }))
  const ask = async (person: Person, method: 'GET' | 'POST', path: string, payload?: object) => {
    const app = apps.get(person)
    if (app === undefined) throw new Error(person)
    const url = `/api/enrolment/${path}`
    const answer = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    const { body, rawPayload, statusCode: status } = answer
    return { status, type: typeOf(body), body, bytes: Uint8Array.from(rawPayload) }
  }
  const told = async <T>(person: Person, path: string): Promise<T> => {
    const { status, body } = await ask(person, 'GET', path)
    if (status !== 200) throw new Error(body)
    return JSON.parse(body)
  }
  const sendPicture = async (person: Person, at: string, kind: 'photo' | 'signature', payload: Buffer) => {
    const app = apps.get(person)
    if (app === undefined) throw new Error(person)
    const sent = { ...headers, 'content-type': 'application/octet-stream' }
    const url = `/api/enrolment/${at}/files?kind=${kind}&name=1.jpg`
    const { statusCode: status, body } = await app.inject({ method: 'POST', url, payload, headers: sent })
    return { status, type: typeOf(body), body }
  }
  return {
    sendPicture,
    at: (day) => {
      now = new Date(`${day}T02:00:00Z`)
    },
    post: (person, path, payload) => ask(person, 'POST', path, payload),
    get: (person, path) => ask(person, 'GET', path),
    list: (person, query = '') => told(person, `care/${testCounty}${query}`),
    read: (person, child) => told(person, `care/${testCounty}/${child}`),
    teaching: (person) => told(person, `teaching/${testCounty}`),
    async register(more) {
      const { status, body } = await ask('riverSchool', 'POST', `care/${testCounty}`, invented(more))
      if (status !== 200) throw new Error(body)
      return JSON.parse(body).child
    },
    close: async () => {
      await Promise.all([...apps.values()].map((one) => one.close()))
    },
  }
}

const isPerson = (name: string): name is Person => Object.hasOwn(people, name)

function depsOf(db: Database, clock: () => Date, person: Person): Deps {
  const [role, scope, unit, post] = people[person]
  const deps = depsAs(db, [{ role, scope, unit }], clock, person)
  return {
    ...deps,
    files: caseFiles,
    identify: async (request) => {
      const signedIn = await deps.identify(request)
      return signedIn && { ...signedIn, grants: signedIn.grants.map((grant) => ({ ...grant, post })) }
    },
  }
}

async function makeUnits(db: Database, clock: () => Date): Promise<void> {
  await testDoor(db, clock).write(systemIn(testPath), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, more: object = {}) =>
      openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...more })
    await unit('G', 'government', '演示县', undefined, { code: testCounty })
    await unit('D02', 'department', '教育局', testPath)
    await unit('T01', 'township', '青山乡', testPath)
    await unit('T02', 'township', '绿水镇', testPath)
    await unit('S01', 'school', '青山小学', `${testPath}T01/`)
    await unit('S02', 'school', '绿水小学', `${testPath}T02/`)
  })
}
