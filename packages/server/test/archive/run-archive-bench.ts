import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { archiveRoutes } from '../../src/archive/index.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { openDatabase } from '../../src/platform/db/open-database.ts'
import { type FileStore, openFileStore } from '../../src/platform/files/file-store.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'

interface ArchiveBench {
  readonly papers: number
  readonly megabytes: number
  readonly url?: string
}

interface Figure {
  readonly what: string
  readonly bar: number
  readonly milliseconds: readonly number[]
}

const DEPARTMENTS = 30
const TOWNSHIPS = 12
const SCHOOLS = 60
const TURNS = 5
const TASKS = 400
/** Files of the dossier, each of them the content of many papers. */
const FILES = 20

/** Fills a county and asks what people ask. */
export async function runArchiveBench({ papers, megabytes, url }: ArchiveBench) {
  const folder = mkdtempSync(join(tmpdir(), 'eduduty-bench-'))
  const files = openFileStore(join(folder, 'files'))
  const db = url === undefined ? await openMemory() : await openDatabase({ url })
  const app = await createApp({
    deps: { ...depsAs(db, [{ role: 'supervisor', scope: testPath }]), files },
    routes: [archiveRoutes, dutyRoutes],
  })
  const school = await appFor(db, files, 'school_head', `${testPath}T01/S01/`)
  try {
    await openUnits(db)
    const opened = await app.inject({
      method: 'POST',
      url: '/api/archive/catalogues',
      headers: { 'x-eduduty-csrf': 'token' },
      payload: { county: testCounty, pack: 'quality-balance-2017', year: 2025, title: '佐证目录' },
    })
    const catalogue = String(opened.json().catalogue)
    await fill(db, files, catalogue, papers, megabytes)
    const plan = await fillDuties(app, db)
    await db.run('analyze')
    const needs = `/api/archive/catalogues/${testCounty}/${catalogue}/needs`
    const list = `/api/archive/papers/${testCounty}`
    const figures = [
      await measure(app, '佐证目录', 300, '/api/archive/catalogues'),
      await measure(app, '缺什么补什么（全县，没有齐的）', 500, `${needs}?open=true&limit=50`),
      await measure(app, '佐证要求第 20 页', 500, `${needs}?offset=1000&limit=50`),
      await measure(school, '一所学校的要求', 300, needs),
      await measure(app, '材料清单', 300, list),
      await measure(app, '没有用于要求的材料', 300, `${list}?unused=true`),
      await measure(app, '检索：常见的词', 500, `${list}?text=${encodeURIComponent('教育经费')}`),
      await measure(app, '检索：只有一份的词', 500, `${list}?text=${encodeURIComponent('第1499号特别证明')}`),
      await measure(app, '缺件清单（全县）', 5000, `/api/archive/catalogues/${testCounty}/${catalogue}/missing`),
      await measure(app, `任务清单（${TASKS} 项）`, 300, `/api/duties/plans/${testCounty}/${plan}/tasks`),
      await measure(app, '责任书签订情况', 500, `/api/duties/plans/${testCounty}/${plan}/pledges`),
      await measure(app, '检索：没有的词', 500, `${list}?text=${encodeURIComponent('鲸鱼座流星雨')}`),
    ]
    const dossier = await measureDossier(app, catalogue)
    return { ...(await counts(db)), figures, dossier }
  } finally {
    await Promise.all([app.close(), school.close()])
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const appFor = (db: Database, files: FileStore, role: RoleId, scope: string): Promise<App> =>
  createApp({ deps: { ...depsAs(db, [{ role, scope }]), files }, routes: [archiveRoutes] })

async function openUnits(db: Database): Promise<void> {
  const names = ['教育局', '财政局', '公安局', '民政局', '人力资源和社会保障局', '发展和改革局', '自然资源局']
  await testDoor(db).write(systemIn(), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string) =>
      openUnit(ctx, {
        unitId,
        kind,
        name,
        parentPath,
        openedOn: '2010-01-01',
        ...(unitId === 'G' && { code: testCounty }),
      })
    const no = (at: number): string => String(at + 1).padStart(2, '0')
    await unit('G', 'government', '演示县人民政府')
    for (let at = 0; at < DEPARTMENTS; at += 1)
      await unit(`D${no(at)}`, 'department', `演示县${names[at] ?? `第${no(at)}局`}`, testPath)
    for (let at = 0; at < TOWNSHIPS; at += 1) await unit(`T${no(at)}`, 'township', `第${no(at)}镇`, testPath)
    for (let at = 0; at < SCHOOLS; at += 1)
      await unit(`S${no(at)}`, 'school', `第${no(at)}小学`, `${testPath}T${no(at % TOWNSHIPS)}/`)
  })
}

/** As many tasks as a county gives out in a year, spread over its units. */
async function fillDuties(app: App, db: Database): Promise<string> {
  const opened = await app.inject({
    method: 'POST',
    url: '/api/duties/plans',
    headers: { 'x-eduduty-csrf': 'token' },
    payload: {
      county: testCounty,
      year: 2025,
      title: '任务分解',
      document: '',
      soon_days: 30,
      silent_days: 60,
    },
  })
  const plan = String(opened.json().plan)
  const units = await db.run<{ unit_id: string; org_path: string }>(
    `select unit_id, org_path from organizations_units where kind in ('department', 'township', 'school') order by unit_id`,
  )
  const tasks = Array.from({ length: TASKS }, (_, at) => {
    const unit = units[at % units.length]
    const place = [testCounty, randomUUID(), unit?.org_path, plan, unit?.unit_id, '某单位']
    return [
      ...place,
      testPath,
      '演示县人民政府',
      `任务${at}`,
      '{任务清单}',
      '2099-12-31',
      'underway',
      '2025-01-01T00:00:00Z',
    ]
  })
  await db.loadRows(
    'duties_tasks',
    [
      ...['county_code', 'task_id', 'org_path', 'plan_id', 'unit_id', 'unit_name', 'issuer_path', 'issuer_name'],
      ...['title', 'lists', 'due_on', 'state', 'made_at'],
    ],
    tasks,
  )
  return plan
}

interface NeedPlace {
  readonly need_id: string
  readonly org_path: string
  readonly unit_id: string
  readonly unit_name: string
}

async function fill(
  db: Database,
  files: FileStore,
  catalogue: string,
  papers: number,
  megabytes: number,
): Promise<void> {
  const needs = await db.run<NeedPlace>(
    'select need_id, org_path, unit_id, unit_name from archive_needs where catalogue_id = $1 order by place, org_path',
    [catalogue],
  )
  const contents = await keepContents(files, Math.ceil((megabytes * 1024 * 1024) / papers))
  const [rows, versions, links, texts]: unknown[][][] = [[], [], [], []]
  for (let at = 0; at < papers; at += 1) {
    const need = needs[at % needs.length]
    const content = contents[at % FILES]
    if (need === undefined || content === undefined) continue
    const id = randomUUID()
    const [at1, media] = ['2025-11-01T00:00:00Z', 'application/pdf']
    const owner = [testCounty, id, need.org_path]
    rows?.push([
      ...owner,
      need.unit_id,
      need.unit_name,
      `材料${at}`,
      'document',
      1,
      'a.pdf',
      media,
      content.bytes,
      content.sha256,
      'x',
      'x',
      at1,
      '2025-11-01',
    ])
    versions?.push([
      testCounty,
      id,
      1,
      need.org_path,
      'a.pdf',
      media,
      content.bytes,
      content.sha256,
      content.sm3,
      'read',
      'x',
      at1,
    ])
    links?.push([
      testCounty,
      need.need_id,
      id,
      need.org_path,
      1,
      `材料${at}`,
      'a.pdf',
      media,
      need.unit_name,
      '2025-11-01',
      'x',
      'x',
      at1,
      at % 3 === 0 ? null : 'sufficient',
    ])
    texts?.push([...owner, textOf(at)])
  }
  const columns = (names: string): string[] => names.split(' ')
  const owner = 'county_code paper_id org_path'
  await db.loadRows(
    'archive_papers',
    columns(
      `${owner} unit_id unit_name title kind version_no file_name media bytes sha256 provided_by uploaded_by uploaded_at filed_on`,
    ),
    rows ?? [],
  )
  await db.loadRows(
    'archive_versions',
    columns(
      'county_code paper_id version_no org_path file_name media bytes sha256 sm3 text_state uploaded_by uploaded_at',
    ),
    versions ?? [],
  )
  await db.loadRows(
    'archive_links',
    columns(
      'county_code need_id paper_id org_path version_no title file_name media paper_unit_name filed_on provided_by linked_by linked_at verdict',
    ),
    links ?? [],
  )
  await db.loadRows('archive_texts', columns(`${owner} content`), texts ?? [])
}

async function keepContents(files: FileStore, bytes: number) {
  const contents = []
  for (let at = 0; at < FILES; at += 1) {
    const incoming = await files.receive(piece(randomBytes(bytes)), bytes)
    await files.place(testCounty, incoming)
    contents.push(incoming)
  }
  return contents
}

async function* piece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const words = '县教育局会议研究落实安排学校建设项目检查整改台账责任部门乡镇义务均衡发展质量提升教师队伍'

/** Some four thousand characters, no two papers the same. */
function textOf(at: number): string {
  let text = at % 5 === 0 ? '教育经费' : ''
  for (let turn = 0; turn < 1000; turn += 1)
    text += words.slice((at * 7 + turn * 13) % 40, ((at * 7 + turn * 13) % 40) + 4)
  return `${text}第${at}号特别证明`
}

async function measure(app: App, what: string, bar: number, url: string): Promise<Figure> {
  const milliseconds: number[] = []
  for (let turn = 0; turn <= TURNS; turn += 1) {
    const began = performance.now()
    const { statusCode, body } = await app.inject({ url })
    if (statusCode !== 200) throw new Error(`${url}: ${body}`)
    // The first answer warms up.
    if (turn > 0) milliseconds.push(performance.now() - began)
  }
  return { what, bar, milliseconds }
}

/** Over a socket, for only there is it streamed. */
async function measureDossier(app: App, catalogue: string) {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const [began, before] = [performance.now(), process.memoryUsage().rss]
  const answer = await fetch(`${address}/api/archive/catalogues/${testCounty}/${catalogue}/dossier`)
  let [bytes, most] = [0, before]
  const reader = answer.body?.getReader()
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    bytes += part.value.length
    most = Math.max(most, process.memoryUsage().rss)
  }
  return { bytes, milliseconds: performance.now() - began, grew: most - before }
}

async function counts(db: Database) {
  const [row] = await db.run<{ units: number; needs: number; papers: number; links: number }>(
    `select (select count(*) from organizations_units) as units, (select count(*) from archive_needs) as needs,
       (select count(*) from archive_papers) as papers, (select count(*) from archive_links) as links`,
  )
  return row
}
