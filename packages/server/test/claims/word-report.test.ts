import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readReportBytes } from '../../src/claims/index.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { paragraph, run, table, wordFile } from './word-file.ts'

const folder = temporaryFolder()

async function findings(body: string, parts: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(folder, '报告.docx'), wordFile(body, parts))
  const { out } = await runInProcess(folder, ['check-report', '报告.docx', '--json'])
  return JSON.parse(out).findings
}

const textOf = async (body: string) => (await readReportBytes(Buffer.from(wordFile(body)))).text

describe('a Word report', () => {
  it('is read as it prints: insertions stay, deletions, field codes and hidden text go', async () => {
    const text = await textOf(
      paragraph(
        run('学生'),
        `<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins>${run('1642')}</w:ins>`,
        run('人'),
        run('（内部）', '<w:vanish/>'),
        '<w:r><w:instrText>PAGE 9</w:instrText></w:r>',
        '<w:r><w:tab/><w:t>共</w:t><w:noBreakHyphen/><w:t>页</w:t></w:r>',
      ),
    )
    expect(text).toBe('学生1642人\t共-页\n')
  })

  it('gives the text of a box once, after its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph(run('框内200人'))}</w:txbxContent>`
    const choice = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    expect(await textOf(paragraph(run('正文'), `<w:r>${choice}</w:r>`))).toBe('正文\n框内200人\n')
  })

  it('has its footnotes checked, too', async () => {
    const note = `<w:footnote>${paragraph(run('教师2145人，其中小学1180人、初中955人。'))}</w:footnote>`
    const [finding] = await findings(paragraph(run('说明见注。')), { 'word/footnotes.xml': note })
    expect(finding).toMatchObject({ grade: 'wrong', found: '2145人' })
  })

  it('has totals, shares and growth of its tables checked, past merged cells', async () => {
    const rows = [
      [
        ['学段', '<w:vMerge w:val="restart"/>'],
        ['在校生（人）', '<w:gridSpan w:val="2"/>'],
        ['增长（%）', '<w:vMerge w:val="restart"/>'],
      ],
      [['', '<w:vMerge/>'], '2023年', '2022年', ['', '<w:vMerge/>']],
      ['小学', '30123', '29876', '0.83'],
      ['初中', '15555', '15102', '3.00'],
      ['高中', '6204', '6010', '3.23'],
      ['合计', '51882', '50988', '1.75'],
    ] as const
    expect(await findings(table(rows))).toEqual([])
    const changed = rows.map((row) => row.map((cell) => (cell === '15555' ? '15655' : cell)))
    const found = await findings(table(changed))
    expect(found.map(({ grade }: { grade: string }) => grade)).toContain('wrong')
    expect(found[0].corrections[0]).toMatchObject({ from: '15655', to: '15555' })
    expect(found[0].at).toMatchObject({ row: expect.any(Number), column: expect.any(Number) })
  })
})
