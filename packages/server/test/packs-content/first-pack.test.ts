import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Assessment, TraceBook } from '@eduduty/core/evaluation'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { readGuide } from './guide-parts.ts'

const folder = temporaryFolder()
const parts = readGuide('first-pack.md')

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

test('the walk from a table of statistics to a verdict goes as written', async () => {
  let said = ''
  for (const { language, text, file } of parts) {
    if (language === 'sh') {
      const [, command, code] = /^eduduty (.+?)\s+# (\d)$/m.exec(text) ?? []
      const answer = await runInProcess(folder, (command ?? '').split(' '))
      said = answer.out + answer.err
      expect(answer.code, said).toBe(Number(code))
    } else if (language === 'text') {
      for (const line of text.trim().split('\n')) expect(said).toContain(line)
    } else write(file ?? '', text)
  }
  expect(parts.filter((part) => part.language === 'sh')).toHaveLength(3)
  const { figures, dispersions, findings } = readResult(Assessment, '结果/assessment.json')
  const trace = readResult(TraceBook, '结果/trace.json')
  const known = [...figures, ...dispersions, ...findings, ...Object.values(trace.figures)]
  for (const { text } of readGuide('assessment.md'))
    expect(known).toContainEqual(expect.objectContaining(JSON.parse(text)))
})

function readResult<Schema extends TSchema>(schema: Schema, path: string): Static<Schema> {
  return Value.Parse(schema, JSON.parse(readFileSync(join(folder, path), 'utf8')))
}

const tables = readGuide('reading.md')

/** Assesses one table with the pack of the walk. */
async function assess(table: string): Promise<Assessment> {
  write('包/pack.yaml', parts.find((part) => part.file?.endsWith('pack.yaml'))?.text ?? '')
  write('表/表.csv', table)
  await runInProcess(folder, ['assess', '表', '--pack', '包', '--out', '表的结果'])
  return readResult(Assessment, '表的结果/assessment.json')
}

test.each(
  tables.flatMap(({ language, text }, at) => (language === 'csv' && tables[at + 1]?.language !== 'text' ? [text] : [])),
)('a table of the guide to reading is read as promised: %#', async (table) => {
  const { figures, run, findings } = await assess(table)
  const shown = Object.fromEntries(figures.map((figure) => [figure.id, figure.shown]))
  expect(shown).toMatchObject({ 'floor_per_pupil@X01': '7.00', 'floor_per_pupil@X02': '5.00' })
  expect(run.year).toBe(2024)
  expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
})

test('two tables that each hold some columns make one row of each school', async () => {
  write('表/另一张.csv', '2024年\n学校代码,学校名称,学生人数\nX01,城关小学,1000\n')
  const { figures } = await assess('2024年\n学校代码,学校名称,校舍面积\nX01,城关小学,7000\n')
  rmSync(join(folder, '表/另一张.csv'))
  expect(figures.find((figure) => figure.id === 'floor_per_pupil@X01')?.shown).toBe('7.00')
})

test.each(
  tables.flatMap(({ text, language }, at) => (language === 'text' ? [[tables[at - 1]?.text ?? '', text]] : [])),
)('a table of the guide to reading is refused as promised: %#', async (table, expected) => {
  const { findings } = await assess(table)
  const said = findings.filter((finding) => finding.level === 'error').map((finding) => finding.message)
  for (const line of expected.trim().split('\n')) expect(said.join('\n')).toContain(line)
})
