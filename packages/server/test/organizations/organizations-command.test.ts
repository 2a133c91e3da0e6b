import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeTable } from '../../src/organizations/export/write-table.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const root = temporaryFolder()
const place = ['--county', '990191', '--data', join(root, 'data')]
const run = (...argv: readonly string[]) => runInProcess(root, ['organizations', ...argv, ...place])

describe('eduduty organizations', () => {
  it('imports a list, refuses a wrong one with the cells marked, and exports what is there', async () => {
    writeFileSync(
      join(root, 'good.csv'),
      '单位名称,类别,代码,上级单位\n云岭县人民政府,政府,990191,\n石桥镇,乡镇,,\n中心小学,小学,2199000001,石桥镇\n',
    )
    const good = await run('import', 'good.csv')
    expect([good.code, good.out]).toEqual([0, '已写入：新增 3，变更 0，不变 0\n'])

    writeFileSync(join(root, 'wrong.csv'), '单位名称,类别,代码,上级单位\n东小,小学,12,石桥镇\n')
    const wrong = await run('import', 'wrong.csv', '--marked', 'marked.xlsx')
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain('有 1 处错误，没有写入')
    expect(wrong.out).toContain('C2')
    expect(existsSync(join(root, 'marked.xlsx'))).toBe(true)

    expect((await run('export', '--out', 'units.csv')).code).toBe(0)
    const text = readFileSync(join(root, 'units.csv'), 'utf8')
    expect(text).toContain('"S2199000001","中心小学","学校","2199000001","T01","石桥镇"')
    expect((await run('export', '--out', 'units.csv')).code).toBe(2)
  })

  it('says what is missing', async () => {
    expect((await runInProcess(root, ['organizations', 'import', 'x.csv'])).err).toContain('--county')
    expect((await run('import', 'nothing.csv')).err).toContain('没有这个文件')
  })
})

it('no cell of an exported table starts a formula', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\u0000=1', '＝1', '＋1', '－1', '＠1', ' =1']
  const table = { title: '表', columns: ['甲'], rows: texts.map((text) => [text]) }
  const csv = new TextDecoder().decode(await writeTable(table, 'csv'))
  for (const line of csv.split('\r\n').slice(1, -1)) expect(line).toMatch(/^"['⇥⟨↵␍]/u)
})
