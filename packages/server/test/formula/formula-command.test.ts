import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runFormulaCommand } from '../../src/formula/index.ts'

let folder = ''
const DATA = `{
  "values": { "a": 0.1, "b": 12345678901234567890.5, "教师": 38, "学生": 1307, "空": null, "否": false, "名": "甲校", "零": 0, "入学": "2022-09-01" },
  "rows": {
    "班级": [{ "人数": 45, "年级": "一", "大": null }, { "人数": 52, "年级": "二" }, { "人数": null, "年级": "二" }],
    "学校": [{ "x": 2, "p": 100 }, { "x": 4, "p": 300 }],
    "人": [{ "生": "2016-02-29" }, { "生": "2019-09-01" }],
    "无": []
  }
}`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formula-'))
  await writeFile(join(folder, 'd.json'), DATA)
})
afterAll(() => rm(folder, { recursive: true }))

async function command(...argv: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runFormulaCommand(argv, {
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    cwd: folder,
  })
  return { code, out: out.join(''), err: err.join('') }
}

async function answer(formula: string, ...options: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out } = await command(formula, '--data', 'd.json', '--json', ...options)
  expect(code).toBe(0)
  const parsed: unknown = JSON.parse(out)
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}

describe('answers', () => {
  it.each([
    ['a + b', 'known', '12345678901234567890.6'],
    ['a × 3', 'known', '0.3'],
    ['1 ÷ 3', 'known', '1/3'],
    ['教师 ÷ 学生 × 100 ≥ 4.2', 'known', false],
    ['名', 'known', '甲校'],
    ['空 + 1', 'missing', null],
    ['空 且 否', 'known', false],
    ['否 且 空', 'known', false],
    ['空 或 否', 'missing', null],
    ['教师 ÷ 零', 'error', null],
    ['合计(无)'.replace('(无)', '(班级.人数[年级 = "一"])'), 'known', '45'],
    ['计数(无)', 'known', '0'],
    ['合计(无.人数[专任])', 'known', '0'],
    ['平均(无.人数)', 'not_applicable', null],
    ['年龄(入学, 2026-08-31)', 'known', '3'],
    ['入学 = "2022-09-01"', 'known', true],
    ['计数(人[年龄(生, 2026-02-28) ≥ 9])', 'known', '1'],
    ['1 ÷ 0', 'error', null],
    ['合计(班级.人数)', 'missing', null],
    ['计数(班级[大])', 'missing', null],
    ['差异系数(学校.x, 学校.p)', 'known', '0.247435829652696756218206620215'],
  ])('%s is %s %s', async (formula, status, value) => {
    expect(await answer(formula)).toMatchObject({ status, value })
  })

  it('says who did not report', async () => {
    expect((await answer('合计(班级.人数)')).causes).toEqual([
      { code: 'missing_cell', message: '人数未填报', register: '班级', unit: '第 3 行', column: '人数' },
    ])
  })

  it('gives the same through the database', async () => {
    const number =
      '合计(班级.人数[年级 = "一"]) ÷ 计数(班级) + 差异系数(学校.x, 学校.p) + 计数(无) + 合计(学校, x ÷ p) + 计数(人[生 < 2019-09-01])'
    for (const formula of [number, '全部(班级, 人数 > 50) 且 计数(班级[大]) < 9']) {
      const [js, sql] = [await answer(formula), await answer(formula, '--engine', 'sql')]
      expect(sql).toEqual({ ...js, engine: 'sql' })
    }
  })

  it('explains in Chinese', async () => {
    const { out } = await command('教师 ÷ 学生 × 100', '--data', 'd.json', '--explain')
    expect(out).toBe(
      '公式：教师 ÷ 学生 × 100\n代入：38 ÷ 1307 × 100\n其中：教师 = 38\n其中：学生 = 1307\n结果：2.907422\n',
    )
    expect((await answer('教师 ÷ 学生', '--explain')).explanation).toMatchObject({ substituted: '38 ÷ 1307' })
  })
})

describe('columns that a table cannot hold', () => {
  it('are computed all the same', async () => {
    const [long, other] = ['很'.repeat(30), `${'很'.repeat(30)}长`]
    await writeFile(join(folder, 'long.json'), JSON.stringify({ rows: { r: [{ [long]: 1, [other]: 2 }] } }))
    const { code, out } = await command(`合计(r.${long}) + 合计(r.${other})`, '--data', 'long.json', '--engine', 'sql')
    expect([code, out]).toEqual([0, '3\n'])
  })
})

describe('refusals', () => {
  it('shows a mistake with a caret and leaves with 2', async () => {
    const { code, out, err } = await command('教师 ÷ 学生数', '--data', 'd.json')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('       ^^^^^^')
    expect(err).toContain('建议：是否指“学生”？')
  })

  it('answers with a JSON document when asked to', async () => {
    const { code, out } = await command('教师 ÷', '--data', 'd.json', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ problems: [{ code: 'missing_operand', line: 1, column: 4 }] })
    const refused = await command('--json')
    expect(refused).toMatchObject({ code: 2, err: '', out: '{\n  "error": "缺少公式"\n}\n' })
  })

  it.each([
    [[], '缺少公式'],
    [['1', '2'], '只能给一个公式'],
    [['1', '--engine', 'c'], '--engine 只能是 js 或 sql'],
    [['1', '--nope'], '不认识的选项'],
    [['1', '--data'], '后面缺少内容'],
    [['1', '--data', 'nope.json'], '读不到数据文件'],
  ])('%j: %s', async (argv, message) => {
    const { code, err } = await command(...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it.each([
    ['{"values": {"a": 01}}', '缺少“}”'],
    ['{"values": {"a": [1]}}', 'values 的“a”应当是数字'],
    ['{"values": {"a": 1e999999}}', '过大'],
    ['{"rows": {"r": [{"x": 1}, {"x": "一"}]}}', '台账“r”第 2 行“x”是文字'],
    ['{"rows": {"r": {}}}', '应当是 [ ]'],
    ['{"other": 1}', '不认识的“other”'],
    ['{"values": {"a": 1, "a": 2}}', '写了两次'],
    ['[1', '缺少“]”'],
    [`${'['.repeat(5000)}`, '嵌套超过'],
    ['{"values": {}} x', '多出了内容'],
    ['', '突然结束'],
    ['{"values": {"a": "x\\u0000"}}', '空字符'],
  ])('data %s: %s', async (text, message) => {
    await writeFile(join(folder, 'bad.json'), text)
    const { code, err } = await command('1', '--data', 'bad.json')
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('refuses a file in another encoding', async () => {
    await writeFile(join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xbd, 0xcc, 0x22, 0x7d]))
    expect((await command('1', '--data', 'gbk.json')).err).toContain('不是 UTF-8')
  })
})
