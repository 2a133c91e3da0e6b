import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Assessment, TraceBook } from '@eduduty/core/evaluation'
import { Value } from 'typebox/value'
import { beforeAll, describe, expect, it } from 'vitest'
import { runAssessCommand } from '../../src/evaluation/index.ts'
import { returnedNames } from '../../src/evaluation/output-folder.ts'
import { AppError } from '../../src/platform/errors/app-error.ts'
import type { Io } from '../../src/platform/io.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { goodSchools, writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()

async function assess(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const io: Io = {
    stdout: { write: (text) => void out.push(text) },
    stderr: { write: (text) => void err.push(text) },
    cwd: root,
    isTerminal: false,
    env: {},
  }
  const code = await runAssessCommand(argv, io)
  return { code, out: out.join(''), err: err.join('') }
}

const refusal = (...argv: string[]) =>
  assess(...argv).then(
    () => undefined,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

let pack: string
beforeAll(() => {
  pack = writeSmallFolder(root).pack
})

describe('the main job', () => {
  it('finds a county met, says so and ends with 0', async () => {
    const { code, out, err } = await assess('data', '--pack', pack, '--out', 'out')
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('读取工作簿') })
    expect(out).toContain('云岭县 2025年')
    expect(out).toContain('【达标】全县达标')
    expect(readdirSync(join(root, 'out'))).toEqual(expect.arrayContaining(['assessment.json', 'trace.json']))
  })

  it('writes documents that fit their schemas, with the source cell of every number', () => {
    const assessment: unknown = JSON.parse(readFileSync(join(root, 'out/assessment.json'), 'utf8'))
    const book: unknown = JSON.parse(readFileSync(join(root, 'out/trace.json'), 'utf8'))
    expect(Value.Errors(Assessment, assessment)).toEqual([])
    if (!Value.Check(TraceBook, book)) throw new Error('trace.json does not fit its schema')
    const trace = book.figures['books_each@1002']
    expect(trace?.formula).toBe('图书表.图书册数 ÷ 图书表.学生人数')
    expect(trace?.substituted).toBe('7000 ÷ 300')
    expect(trace?.parameters[0]?.basis.article).toBe('第一条')
    expect(trace?.aggregates.flatMap((use) => use.rows.flatMap((row) => row.cells.map((cell) => cell.at)))).toEqual([
      { file: '图书.csv', sheet: expect.any(String), cell: 'C4' },
      { file: '图书.csv', sheet: expect.any(String), cell: 'B4' },
    ])
  })

  it('writes the same bytes twice, and keeps nothing half-done beside them', async () => {
    const before = ['assessment.json', 'trace.json'].map((name) => readFileSync(join(root, 'out', name), 'utf8'))
    await assess('data', '--pack', pack, '--out', 'out')
    expect(['assessment.json', 'trace.json'].map((name) => readFileSync(join(root, 'out', name), 'utf8'))).toEqual(
      before,
    )
    expect(readdirSync(root).filter((name) => name.includes('未完成'))).toEqual([])
  })

  it('ends with 1 for a school below the line, names it and its gap; --json prints one document', async () => {
    writeSmallFolder(join(root, 'poor'), [...goodSchools, { code: '1003', name: '南小', pupils: '100', books: '1990' }])
    const text = await assess('poor/data', '--pack', pack, '--out', 'poor-out')
    expect(text.code).toBe(1)
    expect(text.out).toContain('生均图书：3 个学校中 1 个未达标：南小 19.90 册/生，标准为不低于 20，还差 10 册。')
    const json = await assess('poor/data', '--pack', pack, '--out', 'poor-out', '--json')
    expect(json.err).toBe('')
    expect(json.out).toBe(`${JSON.stringify(JSON.parse(json.out), null, 2)}\n`)
    expect(JSON.parse(json.out)).toMatchObject({
      verdict: { state: 'unmet' },
      sections: [{ items: [{ gap: { amount: '10' } }] }],
    })
  })

  it('returns the workbook with the refused cell marked', async () => {
    writeSmallFolder(join(root, 'dirty'), [
      ...goodSchools,
      { code: '1003', name: '南小', pupils: '约100', books: '1990' },
    ])
    const { code, out } = await assess('dirty/data', '--pack', pack, '--out', 'dirty-out')
    expect(code).toBe(1)
    expect(out).toContain('待定')
    expect(existsSync(join(root, 'dirty-out/退回修改/图书.csv.xlsx'))).toBe(true)
    expect(out).toContain('图书.csv.xlsx：原文件是 csv：改好后用这个 xlsx 代替原来的 csv（把原 csv 删去或移走）')
  })

  it('keeps two returned workbooks of one stem apart and counts what it wrote', async () => {
    const { data } = writeSmallFolder(join(root, 'twins'), [
      ...goodSchools,
      { code: '1003', name: '南小', pupils: '约100', books: '1990' },
    ])
    copyFileSync(join(root, 'dirty-out/退回修改/图书.csv.xlsx'), join(data, '图书.xlsx'))
    const { out } = await assess('twins/data', '--pack', pack, '--out', 'twins-out')
    expect(readdirSync(join(root, 'twins-out/退回修改')).sort()).toEqual(['图书.csv.xlsx', '图书.xlsx'])
    expect(out).toContain('2 个工作簿放在 退回修改/')
    expect(out.match(/代替原来的/g)).toHaveLength(1)
    expect([...returnedNames(['a.csv', 'A.CSV.xlsx', 'b.XLSX']).values()]).toEqual([
      '退回修改/a (2).csv.xlsx',
      '退回修改/A.CSV.xlsx',
      '退回修改/b.XLSX',
    ])
  })

  it('takes records that show no year for the newest year that others show, and says so', async () => {
    const { data } = writeSmallFolder(join(root, 'yearless'))
    const books = readFileSync(join(data, '图书.csv'), 'utf8')
    writeFileSync(join(data, '图书.csv'), books.replace('2025年', ''))
    const { code, out } = await assess('yearless/data', '--pack', pack, '--out', 'yearless-out')
    expect(code).toBe(0)
    expect(out).toContain('有 2 条记录看不出年份，按2025年计')
  })

  it('says which file could not be opened and why, and where the marked workbooks are', async () => {
    const { data } = writeSmallFolder(join(root, 'broken'), [
      ...goodSchools,
      { code: '1003', name: '南小', pupils: '约100', books: '1990' },
    ])
    writeFileSync(join(data, '坏表.xlsx'), Buffer.from('PK\u0003\u0004 not a workbook'))
    const { out } = await assess('broken/data', '--pack', pack, '--out', 'broken-out')
    expect(out).toMatch(/打不开的文件：\n {2}· 坏表\.xlsx：\S+/)
    expect(out).toContain('1 个工作簿放在 退回修改/')
  })

  it('says in Chinese why a folder cannot be read or gives nothing', async () => {
    const why = async (folder: string): Promise<string> => {
      const error = await assess(folder, '--pack', pack).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      return error instanceof AppError ? `${error.code} ${error.message}` : String(error)
    }
    mkdirSync(join(root, 'hollow'), { recursive: true })
    mkdirSync(join(root, 'foreign'), { recursive: true })
    writeFileSync(join(root, 'foreign/通讯录.csv'), '联系人,电话\n张三,1\n')
    expect(await why('missing')).toMatch(/^file\.unreadable .*没有这个文件夹/)
    expect(await why('data/图书.csv')).toMatch(/^file\.unreadable .*请给出文件夹：把工作簿放进一个文件夹再评估/)
    expect(await why('data/图书.csv/里面')).toMatch(/^file\.unreadable .*没有这个文件夹/)
    mkdirSync(join(root, 'pictures'), { recursive: true })
    for (const name of '123456') writeFileSync(join(root, `pictures/照片${name}.jpg`), Buffer.from([0xff, 0xd8, 0xff]))
    const pictures = await why('pictures')
    expect(pictures).toMatch(/^assess\.no_data .*6 个文件都打不开/)
    expect(pictures.match(/照片\d\.jpg/g)).toHaveLength(5)
    expect(await why('hollow')).toMatch(/^assess\.no_data .*里面没有文件/)
    expect(await why('foreign')).toMatch(/^assess\.no_data .*通讯录\.csv .*没有采用/)
    expect(readdirSync(root).filter((name) => name.includes('未完成'))).toEqual([])
  })

  it('says every mistake of a mapping file with its line and the nearest right word', async () => {
    const why = async (...lines: readonly string[]): Promise<string> => {
      writeFileSync(join(root, '对照.yaml'), lines.join('\n'))
      const thrown = await assess('data', '--pack', pack, '--map', '对照.yaml').then(
        () => undefined,
        (error: unknown) => error,
      )
      return thrown instanceof AppError ? `${thrown.code} ${thrown.message}` : String(thrown)
    }
    const names = await why(
      'mappings:',
      '  - register: bookz',
      '  - register: books',
      '    columns: { pupls: 人数, 图书册数: 册数 }',
    )
    expect(names).toMatch(/^file\.unreadable .*有 3 处不对/)
    expect(names).toMatch(/对照\.yaml:2:15 .*没有台账“bookz”[\s\S]*是否为“books”（图书表）？/)
    expect(names).toMatch(/对照\.yaml:4:16 .*没有“pupls”这一列[\s\S]*是否为“pupils”（学生人数）？/)
    expect(names).toMatch(/对照\.yaml:4:27 .*没有“图书册数”这一列[\s\S]*是否为“books”（图书册数）？/)
    expect(await why('mappings:', '  - register: books', '    colums: {}')).toMatch(/:3:5 .*“colums”[\s\S]*“columns”/)
    expect(await why('mappings: [')).toMatch(/YAML 写法有误/)
  })

  it.skipIf(process.getuid?.() === 0)('says that it may not read a folder', async () => {
    mkdirSync(join(root, 'locked'), { mode: 0o000 })
    expect(await refusal('locked', '--pack', pack)).toBe('file.unreadable')
  })

  it('refuses what it cannot read or must not overwrite, and leaves it alone', async () => {
    mkdirSync(join(root, 'empty'), { recursive: true })
    mkdirSync(join(root, 'mine'), { recursive: true })
    writeFileSync(join(root, 'mine/letter.txt'), '留着')
    expect(await refusal('nowhere', '--pack', pack)).toBe('file.unreadable')
    expect(await refusal('empty', '--pack', pack)).toBe('assess.no_data')
    expect(await refusal('data', '--pack', pack, '--out', 'mine')).toBe('assess.out_taken')
    expect(await refusal('data', '--pack', pack, '--out', 'data/out')).toBe('assess.out_inside')
    expect(await refusal('data', '--pack', pack, '--year', '25')).toBe('command.usage')
    expect(await refusal('data', '--pack', pack, '--year', '2099')).toBe('command.usage')
    expect(await refusal('data', '--pack', pack, '--county', '123')).toBe('command.usage')
    expect(readFileSync(join(root, 'mine/letter.txt'), 'utf8')).toBe('留着')
    expect((await assess('data', '--pack', 'no-such-pack')).code).toBe(2)
  })
})
