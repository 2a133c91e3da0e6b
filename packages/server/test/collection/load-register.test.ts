import { join } from 'node:path'
import type { OrgPath } from '@eduduty/core/organizations'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { dropUnfinishedLoads, loadRegister, type RosterFile, type StreamOptions } from '../../src/collection/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { runModule } from '../harness/child-program.ts'
import { systemIn, testCounty, testDoor, testKeyring, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { makeFolder, workbook } from './corpus.ts'
import { HEADINGS, idNumber, roster, rosterPack } from './roster-world.ts'

const folder = makeFolder()

function lines(count: number, change: (at: number, fields: string[]) => void = () => {}): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const fields = [String(at + 1), idNumber(at), `学生${at}`, '小学', '2013-05-01', '2000', '1', '97', '否']
    change(at, fields)
    return fields.join(',')
  })
  return [HEADINGS.join(','), ...rows].join('\n')
}

async function tableIn(db: Database): Promise<string> {
  const tables = await db.transaction((queries) => createRegisterTables(queries, 'roster-test', [roster]))
  return tables.get('pupils') ?? ''
}

async function importing(db: Database, path: string, more: Partial<RosterFile> = {}, options: StreamOptions = {}) {
  const table = await tableIn(db)
  const unit = { code: testCounty, name: '测试县', path: testPath }
  const file = {
    path,
    name: '名册.csv',
    pack: rosterPack,
    register: roster,
    table,
    year: 2024,
    county: testCounty,
    unit,
    keyring: testKeyring(),
  }
  return loadRegister({ db, door: testDoor(db) }, systemIn(), { ...file, status: 'draft', ...more }, options)
}

async function kept(db: Database): Promise<{ readonly rows: unknown; readonly submissions: unknown }> {
  const [{ rows } = { rows: -1 }] = await db.run<{ rows: number }>(
    `select count(*)::integer as rows from "${await tableIn(db)}"`,
  )
  const submissions = await db.run(`select status from collection_submissions where register = 'pupils'`)
  await db.run(`delete from collection_submissions where register = 'pupils'`)
  return { rows, submissions }
}

const nothing = { rows: 0, submissions: [] }

onBothEngines((database) => {
  describe('importing a roster', () => {
    it('stores every good row with its line, and says what is wrong with its address', async () => {
      const path = folder.put(
        'good.csv',
        lines(3000, (at, fields) => {
          if (at === 10) fields[1] = `${idNumber(10).slice(0, 17)}${idNumber(10).endsWith('5') ? '4' : '5'}`
          if (at === 2999) fields[5] = '约500'
          if (at === 20) fields[8] = '是'
          if (at === 20) fields[5] = '300'
        }),
      )
      const seen: number[] = []
      const outcome = await importing(database(), path, {}, { onProgress: ({ stored }) => seen.push(stored) })
      if (outcome.state !== 'stored') throw new Error(JSON.stringify(outcome))
      const wrong = outcome.summary.findings.filter(({ level }) => level === 'error' || level === 'check')
      expect(wrong.map(({ code, cell }) => [code, cell])).toEqual([
        ['bad_identity_number', 'B12'],
        ['missing_key', 'B12'],
        ['soft_check', 'F22'],
        ['approximate', 'F3001'],
      ])
      expect(seen.at(-1)).toBe(3000)
      const table = await tableIn(database())
      expect(
        await database().run(
          `select source_row, name, kind, distance, rate, boards, org_path, refused from "${table}" where source_row in (2, 3001) order by 1`,
        ),
      ).toEqual([
        {
          source_row: 2,
          name: '学生0',
          kind: '1',
          distance: '2',
          rate: '0.97',
          boards: false,
          org_path: testPath,
          refused: null,
        },
        {
          source_row: 3001,
          name: '学生2999',
          kind: '1',
          distance: null,
          rate: '0.97',
          boards: false,
          org_path: testPath,
          refused: { cells: { distance: '约500' } },
        },
      ])
      expect(await kept(database())).toEqual({ rows: 3000, submissions: [{ status: 'draft' }] })
    })

    it('takes the same row once, and of rows that dispute each other only whose they are', async () => {
      const path = folder.put(
        'repeats.csv',
        lines(2000, (at, fields) => {
          if (at === 1500) fields.splice(0, 9, ...(lines(1).split('\n')[1]?.split(',') ?? []))
          if (at === 1700) fields[1] = idNumber(40)
          if (at === 3) fields[1] = idNumber(2)
        }),
      )
      const outcome = await importing(database(), path)
      if (outcome.state !== 'stored') throw new Error(JSON.stringify(outcome))
      const said = outcome.summary.findings.filter(({ code }) => code === 'repeated_row' || code === 'duplicate_unit')
      expect(said.map(({ code, cell }) => [code, cell])).toEqual([
        ['duplicate_unit', 'B4'],
        ['duplicate_unit', 'B5'],
        ['repeated_row', 'B1502'],
        ['duplicate_unit', 'B42'],
        ['duplicate_unit', 'B1702'],
      ])
      const table = await tableIn(database())
      expect(
        await database().run(
          `select source_row, name, refused is null as whole from "${table}" where name is null order by 1`,
        ),
      ).toEqual([
        { source_row: 5, name: null, whole: false },
        { source_row: 1702, name: null, whole: false },
      ])
      expect(outcome.summary.rows).toBe(1997)
      expect((await kept(database())).rows).toBe(1997)
      const [clear] = await database().run<{ numbers: number }>(
        `select count(*) as numbers from "${table}" where id_number ~ '[0-9]{17}[0-9X]'`,
      )
      expect(clear?.numbers).toBe(0)
    })

    it('counts rows sheet by sheet, also where a later sheet disputes an earlier one, and cells as cells', async () => {
      const book = new ExcelJS.Workbook()
      const records = lines(1000, (at, fields) => {
        if (at === 900) fields[1] = idNumber(10)
      })
        .split('\n')
        .map((line) => line.split(','))
      for (const [name, from, to] of [
        ['甲', 1, 701],
        ['乙', 701, 1001],
      ] as const) {
        const sheet = book.addWorksheet(name)
        sheet.addRows([HEADINGS, ...records.slice(from, to)])
      }
      const path = folder.put('two.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
      const outcome = await importing(database(), path, { name: '名册.xlsx' })
      if (outcome.state !== 'stored') throw new Error(JSON.stringify(outcome))
      expect(outcome.summary.sheets.map(({ name, rows }) => [name, rows])).toEqual([
        ['甲', 699],
        ['乙', 300],
      ])
      expect(outcome.summary).toMatchObject({ rows: 999, cells: 998 * 8 + 1 })
      expect((await kept(database())).rows).toBe(999)
    })

    it('stores nothing of a file without this register, of another year, or with a second table in it', async () => {
      const other = folder.put('other.csv', '单位,金额\n甲,1\n乙,2\n')
      expect(await importing(database(), other)).toMatchObject({ state: 'refused' })
      const stacked = `${lines(1500)}\n2023年名册\n${lines(10)}`
      expect(await importing(database(), folder.put('stacked.csv', stacked))).toMatchObject({
        state: 'refused',
        findings: expect.arrayContaining([expect.objectContaining({ code: 'stacked_tables', level: 'error' })]),
      })
      expect(await kept(database())).toEqual(nothing)
      const book = await workbook((sheet) => {
        sheet.addRow(['2023年在校学生名册'])
        sheet.addRow(HEADINGS)
        sheet.addRow([1, idNumber(1), '学生', '小学', null, 1, 1, 1, '是'])
      })
      const outcome = await importing(database(), folder.put('2023.xlsx', book), { name: '名册.xlsx' })
      expect(outcome).toMatchObject({
        state: 'stored',
        summary: {
          rows: 0,
          findings: expect.arrayContaining([expect.objectContaining({ code: 'other_year', cell: 'B3' })]),
        },
      })
      await kept(database())
    })

    it('stores nothing when the database refuses a row near the end', async () => {
      const outside: OrgPath = '99/9901/990102/'
      const pack = { ...rosterPack, dimensions: [{ id: 'pupil', title: '学生', kind: 'unit' as const }] }
      const paths = new Map([[idNumber(2899), outside]])
      const failing = importing(database(), folder.put('refused.csv', lines(2900)), { pack, paths })
      await expect(failing).rejects.toThrow()
      expect(await kept(database())).toEqual(nothing)
    })

    it('stops within a second when it is cancelled, and leaves nothing', async () => {
      const path = folder.put('long.csv', lines(60_000))
      const cancel = new AbortController()
      let cancelledAt = 0
      const onProgress = () => {
        cancelledAt ||= performance.now()
        cancel.abort()
      }
      const outcome = await importing(database(), path, {}, { signal: cancel.signal, onProgress })
      expect(outcome).toEqual({ state: 'cancelled' })
      expect(performance.now() - cancelledAt).toBeLessThan(5000)
      expect(await kept(database())).toEqual(nothing)
    })

    it('refuses what is no table, without a trace', async () => {
      const png = folder.put('picture.csv', Buffer.from('89504e470d0a1a0a', 'hex'))
      expect(await importing(database(), png)).toMatchObject({ state: 'refused', findings: [{ code: 'wrong_type' }] })
      expect(await importing(database(), join(folder.path, 'missing.csv'))).toMatchObject({
        state: 'refused',
        findings: [{ code: 'unreadable_file' }],
      })
      expect(await kept(database())).toEqual(nothing)
    })
  })
})

describe('a program killed in the middle of an import', () => {
  it('leaves nothing that counts, and the next start clears away the rest', async () => {
    const base = temporaryFolder()
    const data = join(base, 'data')
    const path = folder.put('killed.csv', lines(60_000))
    const settings = { path, pack: rosterPack, register: roster, county: testCounty, unitPath: testPath }
    const child = runModule(
      base,
      `
      const { loadRegister } = await import(dist + 'collection/index.js')
      const { noCheckpoints } = await import(dist + 'platform/audit/checkpoints.js')
      const { systemCaller } = await import(dist + 'platform/ctx.js')
      const { openDatabase } = await import(dist + 'platform/db/open-database.js')
      const { createRegisterTables } = await import(dist + 'platform/db/registers/create-register-tables.js')
      const { createDoor } = await import(dist + 'platform/door.js')
      const { temporaryKeyring } = await import(dist + 'platform/keys/keyring.js')
      const { path, pack, register, county, unitPath } = ${JSON.stringify(settings)}
      const db = await openDatabase({ dataDir: ${JSON.stringify(data)} })
      const keyring = temporaryKeyring()
      const auditLog = { keyring, checkpoints: noCheckpoints }
      const door = createDoor({ db, clock: () => new Date(), auditLog })
      const tables = await db.transaction((queries) => createRegisterTables(queries, 'roster-test', [register]))
      const unit = { code: county, name: '测试县', path: unitPath }
      const caller = systemCaller('测试', { scopes: [unitPath], county, path: unitPath })
      const file = { path, name: '名册.csv', pack, register, table: tables.get('pupils'), year: 2024, county, unit, keyring, status: 'draft' }
      await loadRegister({ db, door }, caller, file, { onProgress: ({ stored }) => process.stdout.write(stored + '\\n') })`,
    )
    for (let stored = 0; stored < 4000; ) {
      const line = await child.lines.next()
      if (line.done === true) throw new Error(child.errors())
      stored = Number(line.value)
    }
    child.process.kill('SIGKILL')
    await child.ended
    const db = await openEmbedded(data)
    try {
      const left = await db.run(`select status from collection_submissions where register = 'pupils'`)
      expect(left).toEqual([{ status: 'loading' }])
      expect(await dropUnfinishedLoads(testDoor(db))).toBe(1)
      expect(await kept(db)).toEqual(nothing)
    } finally {
      await db.close()
    }
  })
})
