import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { checkDigitOf } from '@eduduty/core/identity'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, expect, it } from 'vitest'
import { sealOlderFiles } from '../../../src/collection/files/seal-older-files.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import type { TaskKey } from '../../../src/collection/tasks/task-row.ts'
import { readMarked } from '../../../src/collection/upload/read-marked.ts'
import { receiveRoster } from '../../../src/collection/upload/receive-roster.ts'
import { createRunningLoads } from '../../../src/collection/upload/running-loads.ts'
import { SentBody } from '../../../src/collection/upload/sent-body.ts'
import { assessFolder } from '../../../src/evaluation/index.ts'
import { storeRun } from '../../../src/evaluation/store-run.ts'
import { writeOutputs } from '../../../src/evaluation/write-outputs.ts'
import { installMissingTables } from '../../../src/packs/index.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { openMemory } from '../../../src/platform/db/embedded/open-memory.ts'
import { quoteName } from '../../../src/platform/db/identifiers.ts'
import { silentProgress } from '../../../src/platform/progress.ts'
import { personAt, systemIn, testDoor, testKeyring } from '../../harness/doors.ts'
import { temporaryFolder } from '../../harness/temporary-folder.ts'
import { loadPack, openCollecting, today } from './collecting-county.ts'
import { clerk, type Desk, deskOf } from './desk.ts'

const county = '990971'
const root = temporaryFolder()
const numberOf = (first: string): string => first + checkDigitOf(first)
/** Invented: the area 9909 does not exist. The second has a sign too few and is refused; so is the second phone. */
const secrets = [numberOf('99097120130512101'), '9909712013061510', '19900001234', '1990000567号']
const [number, shortNumber, phone, wrongPhone] = secrets
const headings =
  '学校代码,学籍号,学生姓名,身份证号,性别,出生日期,就读学段,所在年级,所在班级代码,就读状态,是否本县户籍,是否进城务工人员随迁子女,是否留守儿童,是否残疾,是否寄宿,是否在划片范围内,监护人电话'
const pupil = (no: string, name: string, id: string | undefined, tel: string | undefined): string =>
  `2199000001,${no},${name},${id},男,2013-05-12,小学,六年级,2025-1,在读,是,否,否,否,否,是,${tel}`
const rosterText = [
  headings,
  pupil(`G${number}`, '叶小舟', number, phone),
  pupil(`G${numberOf('99097120130615102')}`, '林一苇', shortNumber, wrongPhone),
  // The same pupil twice.
  pupil(`G${number}`, '叶小洲', number, phone),
  '',
].join('\r\n')

/** Where one of the secrets can be read in the database, whatever the column. */
async function placesInClear(db: Database): Promise<readonly string[]> {
  const columns = await db.run<{ table_name: string; column_name: string; data_type: string }>(
    `select table_name, column_name, data_type from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'bytea', 'ARRAY')`,
  )
  const found: string[] = []
  for (const { table_name: table, column_name: column, data_type: type } of columns) {
    const name = quoteName(column)
    const text = type === 'bytea' ? `encode(${name}, 'escape')` : `${name}::text`
    const [row] = await db.run<{ count: number }>(
      `select count(*)::int from ${quoteName(table)} where exists (select from unnest($1::text[]) s where position(s in ${text}) > 0)`,
      [secrets],
    )
    if ((row?.count ?? 0) > 0) found.push(`${table}.${column}`)
  }
  return found
}

let db: Database
let desk: Desk
let key: TaskKey
let uploadId: string
beforeAll(async () => {
  db = await openMemory({ onCallingThread: true })
  const open = await openCollecting(db, county)
  const loaded = await loadPack('duty-registers')
  await installMissingTables(db, loaded.pack)
  const plans = [{ register: 'pupil_roster', unit_ids: ['S2199000001'], has_first_review: false }]
  const days = { opens_on: '2026-11-01', closes_on: '2026-11-30' }
  const period = { title: '学籍', pack_id: 'duty-registers', year: 2025, ...days, plans }
  await deskOf(db, open).plan((ctx) => openPeriod(ctx, county, period, loaded))
  const [task] = await db.run<{ task_id: string }>(
    `select task_id from collection_tasks where county_code = $1 and register = 'pupil_roster'`,
    [county],
  )
  key = { county, taskId: task?.task_id ?? '' }
  desk = deskOf(db, open, key)
  const caller = {
    actor: personAt(open.school, clerk),
    verb: 'collection.fill' as const,
    scopes: [open.school],
    purpose: '测试',
    origin: { requestId: 't', address: '127.0.0.1' },
  }
  const body = await SentBody.receive(Readable.from([Buffer.from(rosterText)]))
  const parts = { db, door: testDoor(db, () => today), keyring: testKeyring(), running: createRunningLoads() }
  const { upload } = await receiveRoster(parts, caller, key, { name: '学籍名册.csv', body })
  uploadId = upload.upload_id
})

it('a roster that was sent leaves no number of a child in the clear, and its marked copy comes back whole', async () => {
  expect(await placesInClear(db)).toEqual([])
  const marked = await desk.fill((ctx) => readMarked(ctx, key, uploadId, testKeyring()))
  const { sheets } = await readXlsx(marked.bytes)
  expect(JSON.stringify(sheets)).toContain(number)
  expect(JSON.stringify(sheets)).toContain(shortNumber)
})

it('files that an earlier program kept in the clear are sealed, once, and are read as before', async () => {
  const older = Buffer.from(rosterText)
  await db.run('update collection_uploads set marked = $2, is_sealed = false where upload_id = $1', [uploadId, older])
  expect(await placesInClear(db)).toEqual(['collection_uploads.marked'])
  expect(await sealOlderFiles(testDoor(db), testKeyring(), () => false)).toBe(1)
  expect(await placesInClear(db)).toEqual([])
  expect(await sealOlderFiles(testDoor(db), testKeyring(), () => false)).toBe(0)
  const { bytes } = await desk.fill((ctx) => readMarked(ctx, key, uploadId, testKeyring()))
  expect(Buffer.from(bytes).toString('utf8')).toBe(rosterText)
})

it('nor does a folder that is evaluated', async () => {
  const [data, output] = [join(root, 'data'), join(root, 'out')]
  mkdirSync(data)
  mkdirSync(output)
  writeFileSync(join(data, '2025年学籍名册.csv'), rosterText)
  const pack = await loadPack('duty-registers')
  const request = { folder: data, shownFolder: data, pack, thisYear: 2025, countyCode: county }
  const assessed = await assessFolder(request, silentProgress)
  expect(assessed.read.rows).toHaveLength(2)
  expect(assessed.read.findings.length).toBeGreaterThan(3)
  const outputs = await writeOutputs(assessed, undefined, output, silentProgress)
  const tables = await installMissingTables(db, pack.pack)
  const storing = { pack, assessed, outputs, folder: output, tables, keyring: testKeyring() }
  await testDoor(db).write(systemIn(`${county.slice(0, 2)}/`), (ctx) => storeRun(ctx, storing))
  expect(await placesInClear(db)).toEqual([])
})
