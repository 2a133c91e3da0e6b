import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
const guide = readFileSync(new URL('../../../../docs/formula.md', import.meta.url), 'utf8')
const numberOf = (text: string | undefined): number | null => (text === '未报' ? null : Number(text))

const examples = [...guide.matchAll(/^\| ((?:(?:\d+|未报)（\S+） ?)+)\| ([^：|]+?)(?:：([^|]+))? \|$/gm)].map(
  ([, pairs = '', result = '', why]) => ({
    rows: [...pairs.matchAll(/(\S+)（(\S+)）/g)].map(([, value, weight]) => ({
      值: numberOf(value),
      权: numberOf(weight),
    })),
    result,
    why,
  }),
)

test.each(examples)('the guide gives the coefficient of $rows as $result', async ({ rows, result, why }) => {
  writeFileSync(join(folder, 'rows.json'), JSON.stringify({ rows: { 学校: rows } }))
  const answer = await runInProcess(folder, ['formula', '差异系数(学校.值, 学校.权)', '--data', 'rows.json'])
  const [first, ...causes] = answer.out.trim().split('\n')
  expect(first).toBe(result)
  if (causes.length > 0) expect(causes.join('')).toContain(why)
})

test('the examples of the guide are there', () => {
  expect(examples).toHaveLength(8)
})
