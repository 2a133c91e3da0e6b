import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { findImportTask } from '../../src/collection/import/find-import-task.ts'
import { encodeGb18030 } from '../../src/demo/encode-gb18030.ts'
import { csvOf, tableOf, xlsxOf } from '../collection/tasks/school-files.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { closedPeriod, formPeriod, inImported, makeImportingCounty, rosterPeriod } from './importing-county.ts'

const root = temporaryFolder()
const own = '2199000001'
const put = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(root, name), bytes)
  return name
}
const run = (file: string, register: string, period: string, ...more: readonly string[]) =>
  runInProcess(root, ['import', file, '--register', register, '--period', period, '--org', own, ...more])
const form = (file: string, ...more: readonly string[]) => run(file, 'school_form', formPeriod, ...more)
const roster = (file: string, ...more: readonly string[]) => run(file, '班级名册', rosterPeriod, ...more)
/** With a pack alone; the database that is named does not exist. */
const alone = (file: string, register = 'school_form', ...more: readonly string[]) => {
  const pack = register === 'school_form' ? 'quality-balance-2017' : 'duty-registers'
  return run(file, register, '2025', '--dry-run', '--pack', pack, '--data', join(root, 'nowhere'), ...more)
}

const classes = (rows: readonly string[], title = '2025年班级名册') =>
  `${title}\r\n学校代码,班号,班名,学段,年级,人数\r\n${rows.map((row) => `${row}\r\n`).join('')}`
const oneClass = (at: number, size: string, school = own) => `${school},2025-1-0${at},一（${at}）班,小学,一年级,${size}`

describe('eduduty import into an installation', () => {
  beforeAll(() => makeImportingCounty(root))

  it('only looks at a form when told so; takes it as the page does, by the system, and finds it unchanged then', async () => {
    put('学校填报表.csv', encodeGb18030(await csvOf({ answers: { teachers: '３２' } })))
    const looked = await form('学校填报表.csv', '--dry-run')
    expect(looked.code).toBe(0)
    expect(looked.out).toMatch(/^《学校填报表》石桥镇中心小学 2025年：（只检查，没有写入）采用 \d+ 格/)
    const first = await form('学校填报表.csv')
    expect([first.code, first.out]).toEqual([0, expect.stringMatching(/采用 \d+ 格/)])
    const again = await form('学校填报表.csv', '--json')
    expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { status: 'unchanged', cells_changed: 0 }])
    const { tries, events, row } = await inImported(root, async ({ db }) => ({
      tries: await db.run('select status, uploaded_by from collection_uploads order by uploaded_at'),
      events: await db.run(`select actor_name as actor from audit_events where action = 'collection.upload'`),
      row: await db.run('select teachers::int as teachers from r_quality_balance_2017_school_form'),
    }))
    expect(tries.map(({ status }) => status)).toEqual(['taken', 'unchanged'])
    expect(events).toEqual([{ actor: '系统' }, { actor: '系统' }])
    expect(row).toContainEqual({ teachers: 32 })
  })

  it('gives a file with merged and wrong cells back beside itself, and never over another', async () => {
    const rows = await tableOf({ answers: { classes: '十二班', teachers: '约32' } })
    const sheets = [{ name: '填报', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 9 }] }]
    put('本校.xlsx', await writeXlsx({ sheets }))
    put('本校-退回修改.xlsx', 'mine')
    const { code, out } = await form('本校.xlsx')
    expect([code, out]).toEqual([1, expect.stringMatching(/2 处有错，已标红退回[\s\S]*本校-退回修改\(2\)\.xlsx/)])
    const marked = readFileSync(join(root, '本校-退回修改(2).xlsx'))
    expect(JSON.stringify((await readXlsx(marked)).sheets.map((sheet) => sheet.rows))).toMatch(/约32.*【错误】/)
    expect(readFileSync(join(root, '本校-退回修改.xlsx'), 'utf8')).toBe('mine')
  })

  it('takes the good rows of a roster, marks the wrong ones, and knows the same file again', async () => {
    put('班级.csv', classes([oneClass(1, '45'), oneClass(2, '四十几')]))
    const taken = JSON.parse((await roster('班级.csv', '--json')).out)
    expect(taken).toMatchObject({ status: 'partly', faults: 1 })
    const again = await roster('班级.csv', '--json')
    expect([again.code, JSON.parse(again.out)]).toMatchObject([1, { status: 'unchanged', faults: 1 }])
  })

  it('never puts the roster of another school in the place of the own one, and takes nothing for a closed period', async () => {
    const others = await roster(put('河口班级.csv', classes([oneClass(1, '40', '2199000002')])))
    expect([others.code, others.err]).toEqual([2, expect.stringContaining('2199000002')])
    const left = await inImported(root, ({ db }) =>
      db.run(`select count(*) as rows from r_duty_registers_class_roster`),
    )
    expect(left).not.toEqual([{ rows: 0 }])
    const late = put('补.csv', classes([oneClass(1, '40')], '2024年班级名册'))
    const closed = await run(late, '班级名册', closedPeriod)
    expect([closed.code, closed.err]).toEqual([2, expect.stringContaining(`“${closedPeriod}”已经关闭`)])
  })

  it('says which period, unit and table there are, when the one that is asked for is not', async () => {
    const wanted = { period: formPeriod, register: 'school_form', org: own }
    await inImported(root, async (ctx) => {
      await expect(findImportTask(ctx, { ...wanted, period: '2031' })).rejects.toThrow(formPeriod)
      await expect(findImportTask(ctx, { ...wanted, register: 'scool_form' })).rejects.toThrow('是不是“school_form”')
      await expect(findImportTask(ctx, { ...wanted, org: '2199000009' })).rejects.toThrow('2199000009')
      await expect(findImportTask(ctx, { ...wanted, org: '石桥镇中心小学' })).resolves.toMatchObject({ unit_code: own })
    })
  })
})

describe('eduduty import without an installation', () => {
  it('checks a file by the pack alone, with its rules, and a roster row by row', async () => {
    const { code, out } = await alone(
      put('少一班.xlsx', await xlsxOf({ answers: { classes: '13' } })),
      'school_form',
      '--json',
    )
    expect([code, JSON.parse(out)]).toMatchObject([1, { status: 'checked', faults: 0, dry_run: true }])
    expect(JSON.parse(out).hard_errors).toBeGreaterThan(0)
    const rows = await alone(put('两班.csv', classes([oneClass(1, '45'), oneClass(2, '四十几')])), 'class_roster')
    expect([rows.code, rows.out]).toEqual([1, expect.stringMatching(/1 处有错/)])
  })

  it('reads other headings by a mapping file', async () => {
    const [title = [], heads = [], values = []] = await tableOf()
    const other = heads.map((head) => (head.startsWith('专任教师') ? '老师个数' : head))
    put('外来.csv', [title, other, values].map((row) => `${row.join(',')}\r\n`).join(''))
    put('对照.yaml', 'mappings:\n  - register: school_form\n    columns: { teachers: 老师个数 }\n')
    const heard = async (...more: readonly string[]) =>
      JSON.stringify(JSON.parse((await alone('外来.csv', 'school_form', '--json', ...more)).out).findings)
    expect(await heard()).toContain('老师个数')
    expect(await heard('--map', '对照.yaml')).not.toContain('老师个数')
  })

  it('refuses what is not the table, the unit, the year or a workbook, and says what it is instead', async () => {
    const list = '学校代码,学校名称,学校类型,城乡类型,办别,状态\r\n2199000001,石桥镇中心小学,小学,镇区,公办,在办\r\n'
    const refused: readonly (readonly [string, Uint8Array | string, string, RegExp])[] = [
      ['去年.xlsx', await xlsxOf({ title: '2024年学校填报表' }), 'school_form', /文件是 2024 年的/],
      ['河口.xlsx', await xlsxOf({ answers: { school_code: '2199000002' } }), 'school_form', /文件是“.+”的/],
      ['天气.csv', '日期,天气,气温\r\n9月1日,晴,20\r\n', 'school_form', /《学校填报表》.*“日期”“天气”“气温”/],
      ['半个.xlsx', (await xlsxOf()).slice(0, 3000), 'school_form', /文件打不开/],
      ['名单.csv', list, 'school_form', /是《.*》/],
      ['旧班级.csv', classes([oneClass(1, '40')], '2024年班级名册'), 'class_roster', /文件是 2024 年的/],
      ['填报表.xlsx', await xlsxOf(), 'class_roster', /没有认出《班级名册》/],
    ]
    for (const [name, bytes, register, says] of refused) {
      const { code, err } = await alone(put(name, bytes), register)
      expect([name, code, err]).toEqual([name, 2, expect.stringMatching(says)])
    }
  })

  it('says what is missing on the command line', async () => {
    put('空.csv', '')
    expect((await form('没有.csv')).err).toContain('没有这个文件')
    const without = await runInProcess(root, ['import', '空.csv', '--register', 'school_form'])
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--org')])
    expect((await form('空.csv', '--pack', 'quality-balance-2017')).err).toContain('--dry-run')
    const nowhere = await form('空.csv', '--data', join(root, 'elsewhere'))
    expect([nowhere.code, existsSync(join(root, 'elsewhere'))]).toEqual([2, false])
  })
})
