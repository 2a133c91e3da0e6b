import type { CaseList, CaseStepBody, CaseView, OpenCaseBody } from '@eduduty/core/enrolment'
import { checkDigitOf, type RoleId } from '@eduduty/core/identity'
import { areaPath, type UnitKind } from '@eduduty/core/organizations'
import { archiveRoutes } from '../../src/archive/index.ts'
import { inboxRoutes } from '../../src/desk/index.ts'
import { enrolmentRoutes } from '../../src/enrolment/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { decideAll } from './decide-all.ts'
import { smallPhoto } from './placed-photo.ts'

/** Each certificate is a picture of its own. */
let photos = 0
const headers = { 'x-eduduty-csrf': 'token' }
/** Where papers and pictures of cases go. */
export const caseFiles = openFileStore(temporaryFolder())
/** The neighbouring county; it does not exist either. */
export const otherCounty = '990102'
const otherPath = areaPath(otherCounty)

/** People who use the routes: bureaus of two counties, a clerk who reads papers but no cases, an inspector of all of one, two townships, two schools, a school of the other county. */
export type Person =
  | 'bureau'
  | 'inspector'
  | 'green'
  | 'river'
  | 'greenSchool'
  | 'riverSchool'
  | 'riverTeacher'
  | 'otherBureau'
  | 'secondBureau'
  | 'clerk'
  | 'otherSchool'

export interface CaseDesk {
  at(day: string): void
  post(person: Person, path: string, payload?: object): Promise<Awaited<ReturnType<App['inject']>>>
  list(person: Person, query?: string, county?: string): Promise<CaseList>
  read(person: Person, id: string, county?: string): Promise<CaseView>
  tryRead(person: Person, path: string): Promise<number>
  /** Any address below /api. */
  get(person: Person, path: string): Promise<Awaited<ReturnType<App['inject']>>>
  /** Files a certificate with the case of an address below /api/enrolment; gives its id. */
  sendProof(person: Person, path: string): Promise<string>
  sendPicture(person: Person, id: string, record: string, bytes: Buffer): Promise<Awaited<ReturnType<App['inject']>>>
  /** Opens a case as the township of 青山 for a child that goes to 绿水小学; gives its id. */
  open(more?: Partial<OpenCaseBody>): Promise<string>
  step(
    person: Person,
    id: string,
    step: string,
    more?: Partial<CaseStepBody>,
  ): Promise<{ status: number; body: string }>
  close(): Promise<void>
}

/** An identity number of an area that does not exist. */
export function idNumberOf(serial: number): string {
  const first = `99010120130517${String(serial).padStart(3, '0')}`
  return first + checkDigitOf(first)
}

export const child = (more: Partial<OpenCaseBody> = {}): OpenCaseBody => ({
  name: '程小满',
  sex: '男',
  birth_on: '2013-05-17',
  guardian: '程大山',
  guardian_phone: '19900001111',
  address: '青山乡上村3组',
  village: '上村',
  groups: ['留守'],
  grade: '初一（2）班',
  township: 'T01',
  school: 'S02',
  grounds: '连续缺勤一周',
  ...more,
})

const answers: Readonly<Record<string, Partial<CaseStepBody>>> = {
  visit: { fields: fields({ visitors: '班主任', found: '家中无人' }) },
  persuade: { fields: fields({ persuaders: '校长', cause: '厌学', course: '谈了两小时' }) },
  report: { fields: fields({ course: '两次劝返无效' }) },
  return_to_school: { fields: fields({ class: '初一（2）班' }), proof: '复学证明1号' },
  order_return: { fields: fields({ return_by: '2026-10-01' }) },
  refuse_exit: { fields: fields({ why: '材料不全' }) },
  extend_time: { fields: fields({ why: '路远' }), amount: 5 },
  pause_time: { fields: fields({ why: '住院' }) },
  gone_again: { fields: fields({ found: '又没有来' }) },
  admonish: { fields: fields({ facts: '逾期未送' }) },
}

export function fields(texts: Readonly<Record<string, string>>): CaseStepBody['fields'] {
  return Object.entries(texts).map(([field, text]) => ({ field, text }))
}

/** Both counties have decided the limits of casework, unless `isUndecided`. */
export async function openCaseDesk(db: Database, { isUndecided = false } = {}): Promise<CaseDesk> {
  let now = new Date('2026-09-01T01:00:00Z')
  const clock = () => now
  await makeUnits(db, clock)
  if (!isUndecided) for (const county of [testCounty, otherCounty]) await decideAll(db, county, clock)
  const app = (role: RoleId, scope: string, unit: string) =>
    createApp({
      deps: { ...depsAs(db, [{ role, scope, unit }], clock, `${role} ${unit}`), files: caseFiles },
      routes: [enrolmentRoutes, archiveRoutes, inboxRoutes],
    })
  const own = (role: RoleId, unit: string) => app(role, unit, unit)
  const apps: Readonly<Record<Person, App>> = {
    bureau: await app('department_head', testPath, `${testPath}D02/`),
    inspector: await app('inspector', testPath, `${testPath}D02/`),
    green: await own('township_clerk', `${testPath}T01/`),
    river: await own('township_clerk', `${testPath}T02/`),
    greenSchool: await own('school_head', `${testPath}T01/S01/`),
    riverSchool: await own('school_head', `${testPath}T02/S02/`),
    riverTeacher: await own('school_clerk', `${testPath}T02/S02/`),
    secondBureau: await app('supervisor', testPath, `${testPath}D02/`),
    clerk: await app('department_clerk', testPath, `${testPath}D02/`),
    otherBureau: await app('department_head', otherPath, `${otherPath}D02/`),
    otherSchool: await own('school_head', `${otherPath}T05/S05/`),
  }
  const post = (person: Person, path: string, payload?: object) =>
    apps[person].inject({
      method: 'POST' as const,
      url: `/api/enrolment/${path}`,
      headers,
      ...(payload !== undefined && { payload }),
    })
  const get = (person: Person, path: string) => apps[person].inject({ url: `/api/enrolment/${path}` })
  const sendProof = async (person: Person, path: string): Promise<string> => {
    const url = `/api/enrolment/${path}/proofs?name=${encodeURIComponent('证明.jpg')}`
    const sent = { ...headers, 'content-type': 'application/octet-stream' }
    const answer = await apps[person].inject({ method: 'POST', url, payload: smallPhoto(++photos), headers: sent })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json().file
  }
  return {
    post,
    sendProof,
    at: (day) => {
      now = new Date(`${day}T02:00:00Z`)
    },
    list: async (person, query = '', county = testCounty) => (await get(person, `cases/${county}${query}`)).json(),
    async read(person, id, county = testCounty) {
      const answer = await get(person, `cases/${county}/${id}`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json()
    },
    get: (person, path) => apps[person].inject({ url: `/api/${path}` }),
    sendPicture: (person, id, record, payload) =>
      apps[person].inject({
        method: 'POST' as const,
        payload,
        url: `/api/enrolment/cases/${testCounty}/${id}/records/${record}/files?kind=photo&name=1.jpg`,
        headers: { ...headers, 'content-type': 'application/octet-stream' },
      }),
    tryRead: async (person, path) => (await get(person, path)).statusCode,
    async open(more) {
      const answer = await post('green', `cases/${testCounty}`, child(more))
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json().case
    },
    async step(person, id, step, more = {}) {
      const county = person.startsWith('other') ? otherCounty : testCounty
      const path = person.endsWith('ureau') ? 'decisions' : 'steps'
      const wants = step === 'return_to_school' || more.exit !== undefined
      const files = more.files ?? (wants ? [await sendProof(person, `cases/${county}/${id}`)] : [])
      const payload = { step, says: '', fields: [], ...answers[step], ...more, ...(files.length > 0 && { files }) }
      const { statusCode: status, body } = await post(person, `cases/${county}/${id}/${path}`, payload)
      return { status, body }
    },
    close: async () => {
      await Promise.all(Object.values(apps).map((one) => one.close()))
    },
  }
}

async function makeUnits(db: Database, clock: () => Date): Promise<void> {
  for (const [path, county] of [
    [testPath, testCounty],
    [otherPath, otherCounty],
  ] as const)
    await testDoor(db, clock).write(systemIn(path), async (ctx) => {
      const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, more: object = {}) =>
        openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...more })
      await unit('G', 'government', `演示县${county}`, undefined, { code: county })
      await unit('D02', 'department', '教育局', path)
      if (county === otherCounty) {
        await unit('T05', 'township', '外乡', path)
        await unit('S05', 'school', '外乡小学', `${path}T05/`)
        return
      }
      await unit('T01', 'township', '青山乡', path)
      await unit('T02', 'township', '绿水镇', path)
      await unit('S01', 'school', '青山小学', `${path}T01/`)
      await unit('S02', 'school', '绿水小学', `${path}T02/`)
    })
}
