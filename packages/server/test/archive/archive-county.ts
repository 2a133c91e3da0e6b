import type {
  Catalogue,
  NeedList,
  NeedRow,
  NeedView,
  PaperList,
  PaperView,
  UploadedFile,
  UploadReceipt,
} from '@eduduty/core/archive'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { archiveRoutes } from '../../src/archive/index.ts'
import { inboxRoutes } from '../../src/desk/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { type FileStore, openFileStore } from '../../src/platform/files/file-store.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'

const headers = { 'x-eduduty-csrf': 'token' }

/** Somebody of a county, with what they can do in the archive. */
export interface Somebody {
  readonly app: App
  get<T>(path: string): Promise<T>
  post(path: string, body: object): Promise<Answer>
  /** Uploads a file; the unit keeps it. */
  upload(name: string, bytes: Uint8Array | string, query: Query): Promise<UploadedFile>
  uploadAll(name: string, bytes: Uint8Array | string, query: Query): Promise<readonly UploadedFile[]>
  needs(query?: string): Promise<NeedList>
  need(id: string): Promise<NeedView>
  papers(query?: string): Promise<PaperList>
  paper(id: string): Promise<PaperView>
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>> & { readonly type?: string; readonly title?: string }
}

interface Query {
  readonly unit: string
  readonly need?: string
  readonly catalogue?: string
  readonly unpack?: boolean
  readonly describe?: boolean
}

export interface ArchiveCounty {
  readonly db: Database
  readonly files: FileStore
  readonly clock: { now: Date }
  readonly catalogue: string
  readonly office: Somebody
  readonly bureau: Somebody
  readonly clerk: Somebody
  readonly township: Somebody
  readonly school: Somebody
  /** The system administrator: sets how much units may keep. */
  readonly admin: Somebody
  close(): Promise<void>
  /** The first need of a unit, or the one of a material. */
  needOf(unit: string, title?: string): Promise<NeedRow>
}

export const archiveUrl = `/api/archive`

/** A county with a catalogue of the shipped pack of quality balance, and one person of each kind. */
export async function openArchiveCounty(db: Database, folder: string): Promise<ArchiveCounty> {
  const files = openFileStore(folder)
  const clock = { now: new Date('2026-03-02T01:00:00Z') }
  await openUnits(db, () => clock.now)
  const somebody = (role: RoleId, scope: string, id: string) =>
    open(db, files, () => clock.now, { role, scope: `${testPath}${scope}`, id })
  const office = await somebody('supervisor', '', 'office')
  const people = {
    bureau: await somebody('department_head', 'D02/', 'bureau'),
    clerk: await somebody('department_clerk', 'D02/', 'clerk'),
    township: await somebody('township_clerk', 'T01/', 'township'),
    school: await somebody('school_head', 'T01/S01/', 'school'),
    admin: await somebody('system_admin', '', 'admin'),
  }
  const opened = await office.post('/catalogues', {
    county: testCounty,
    pack: 'quality-balance-2017',
    year: 2025,
    title: '2025年优质均衡佐证目录',
  })
  const catalogue = String(opened.body.catalogue)
  const all = [office, ...Object.values(people)]
  for (const one of all) inCatalogue.set(one.app, catalogue)
  return {
    db,
    files,
    clock,
    catalogue,
    office,
    ...people,
    async close() {
      await Promise.all(all.map(({ app }) => app.close()))
    },
    async needOf(unit, title) {
      const { needs } = await office.needs(`?unit=${unit}&limit=200`)
      const need = needs.find((one) => title === undefined || one.title === title)
      if (need === undefined) throw new Error(`${unit} owes nothing of the kind`)
      return need
    },
  }
}

const inCatalogue = new Map<App, string>()

async function openUnits(db: Database, clock: () => Date): Promise<void> {
  await testDoor(db, clock).write(systemIn(), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, code?: string) =>
      openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...(code !== undefined && { code }) })
    await unit('G', 'government', '演示县人民政府', undefined, testCounty)
    await unit('D02', 'department', '演示县教育局', testPath)
    await unit('D04', 'department', '演示县人力资源和社会保障局', testPath)
    await unit('T01', 'township', '青山乡', testPath)
    await unit('S01', 'school', '青山小学', `${testPath}T01/`)
    await unit('S02', 'school', '青山第二小学', `${testPath}T01/`)
  })
}

async function open(
  db: Database,
  files: FileStore,
  clock: () => Date,
  { role, scope, id }: { readonly role: RoleId; readonly scope: string; readonly id: string },
): Promise<Somebody> {
  const app = await createApp({
    deps: { ...depsAs(db, [{ role, scope }], clock, id), files },
    routes: [archiveRoutes, inboxRoutes],
  })
  const get = async <T>(path: string): Promise<T> => {
    const answer = await app.inject({ url: `${archiveUrl}${path}` })
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`)
    return answer.json()
  }
  const uploadAll = async (name: string, bytes: Uint8Array | string, query: Query) => {
    const answer = await app.inject({
      method: 'POST',
      url: `${archiveUrl}/uploads/${testCounty}`,
      query: Object.fromEntries(Object.entries({ name, ...query }).map(([key, value]) => [key, String(value)])),
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(bytes),
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    const receipt: UploadReceipt = answer.json()
    return receipt.files
  }
  return {
    app,
    get,
    async post(path, body) {
      const answer = await app.inject({ method: 'POST', url: `${archiveUrl}${path}`, headers, payload: body })
      return { status: answer.statusCode, body: answer.json() }
    },
    uploadAll,
    async upload(name, bytes, query) {
      const [first, ...more] = await uploadAll(name, bytes, query)
      if (first === undefined || more.length > 0) throw new Error('not one file')
      return first
    },
    needs: (query = '') => get(`/catalogues/${testCounty}/${inCatalogue.get(app)}/needs${query}`),
    need: (need) => get(`/needs/${testCounty}/${need}`),
    papers: (query = '') => get(`/papers/${testCounty}${query}`),
    paper: (paper) => get(`/papers/${testCounty}/${paper}`),
  }
}

/** Catalogues as somebody sees them. */
export async function cataloguesOf({ get }: Somebody): Promise<readonly Catalogue[]> {
  return (await get<{ catalogues: Catalogue[] }>('/catalogues')).catalogues
}
