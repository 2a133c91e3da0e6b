import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Verb } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { addRows } from '../../src/collection/entry/change-rows.ts'
import { saveCells } from '../../src/collection/entry/save-cells.ts'
import { openPeriod } from '../../src/collection/index.ts'
import { installMissingTables, type LoadedPack, readPack } from '../../src/packs/index.ts'
import type { Caller, Ctx } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { personAt, testDoor, testKeyring } from '../harness/doors.ts'
import { openCounty } from '../organizations/county-of-units.ts'
import { writeSmallFolder } from './small-folder.ts'

export interface BookSchool {
  readonly unit: string
  readonly code: string
  readonly name: string
  readonly pupils: string
  readonly books: string
}

const schools: readonly BookSchool[] = [
  { unit: 'S2199000001', code: '2199000001', name: '石桥镇中心小学', pupils: '100', books: '2000' },
  { unit: 'S2199000002', code: '2199000002', name: '河口小学', pupils: '300', books: '7000' },
]

/** A county that collects a list of schools from its education bureau and a form of books from each school. */
export class CollectedCounty {
  readonly root: OrgPath
  readonly door: Door
  private instant = Date.parse('2026-11-25T04:00:00Z')
  private tasks = new Map<string, string>()
  /** Where each unit that fills something in stands. */
  private places = new Map<string, string>()
  period = ''
  readonly db: Database
  readonly county: string

  private constructor(db: Database, county: string) {
    this.db = db
    this.county = county
    this.root = areaPath(county)
    this.door = testDoor(db, () => this.next())
  }

  static async open(db: Database, county: string): Promise<CollectedCounty> {
    const made = new CollectedCounty(db, county)
    const loaded = await loadSmallPack()
    await installMissingTables(db, loaded.pack)
    await openCounty(db, county)
    const opened = await made.as('collection.plan', (ctx) => openPeriod(ctx, county, planOf(), loaded))
    made.period = opened.period_id
    const rows = await db.run<{ register: string; unit_id: string; task_id: string; org_path: string }>(
      'select register, unit_id, task_id, org_path from collection_tasks where county_code = $1',
      [county],
    )
    made.tasks = new Map(rows.map((row) => [`${row.register} ${row.unit_id}`, row.task_id]))
    made.places = new Map(rows.map((row) => [row.unit_id, row.org_path]))
    await made.fillRoster()
    for (const school of schools) {
      await made.type('books', school.unit, 'pupils', school.pupils)
      await made.type('books', school.unit, 'books', school.books)
    }
    return made
  }

  /** A second later each time. */
  private next(): Date {
    this.instant += 1000
    return new Date(this.instant)
  }

  task(register: string, unit: string): string {
    return this.tasks.get(`${register} ${unit}`) ?? ''
  }

  caller(verb: Verb, name = '叶晴川', scope: string = this.root): Caller {
    const origin = { requestId: 't', address: '127.0.0.1' }
    return { actor: personAt(this.root, name), verb, scopes: [scope], purpose: '测试', origin }
  }

  as<T>(verb: Verb, work: (ctx: Ctx) => Promise<T>, name?: string): Promise<T> {
    return this.door.write(this.caller(verb, name), work)
  }

  /** Somebody of the unit itself: nobody fills in for another. */
  private fill<T>(unit: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    return this.door.write(this.caller('collection.fill', undefined, this.places.get(unit)), work)
  }

  type(register: string, unit: string, column: string, to: string, from = '', rowNo = 0): Promise<unknown> {
    const key = { county: this.county, taskId: this.task(register, unit) }
    const edits = [{ row_no: rowNo, column, from, to }]
    return this.fill(unit, (ctx) => saveCells(ctx, key, { edits }, { keyring: testKeyring(), way: 'page' }))
  }

  /** What a task holds becomes official; how it passes review is tested elsewhere. */
  async freeze(register: string, unit: string): Promise<void> {
    const at = this.next()
    const task = [this.county, this.task(register, unit)]
    await this.db.run(
      `update collection_submissions set status = 'frozen', frozen_at = $3 where county_code = $1 and submission_id =
         (select submission_id from collection_tasks where county_code = $1 and task_id = $2)`,
      [...task, at],
    )
    await this.db.run(`update collection_tasks set state = 'frozen' where county_code = $1 and task_id = $2`, task)
  }

  private async fillRoster(): Promise<void> {
    const key = { county: this.county, taskId: this.task('roster', 'D02') }
    const numbers = await this.fill('D02', (ctx) => addRows(ctx, key, schools.length))
    for (const [at, school] of schools.entries()) {
      await this.type('roster', 'D02', 'code', school.code, '', numbers[at])
      await this.type('roster', 'D02', 'name', school.name, '', numbers[at])
    }
  }
}

function planOf() {
  const units = schools.map(({ unit }) => unit)
  return {
    title: '2025年图书采集',
    pack_id: 'small-books',
    year: 2025,
    opens_on: '2026-11-01',
    closes_on: '2026-11-30',
    plans: [
      { register: 'roster', unit_ids: ['D02'], has_first_review: false },
      { register: 'books', unit_ids: units, has_first_review: false },
    ],
  }
}

async function loadSmallPack(): Promise<LoadedPack> {
  const root = mkdtempSync(join(tmpdir(), 'eduduty-books-'))
  try {
    writeSmallFolder(root)
    const { loaded } = await readPack(join(root, 'pack'), root)
    if (loaded === undefined) throw new Error('the pack of the test is wrong')
    return loaded
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
