import { join } from 'node:path'
import { layOutReport } from '@eduduty/core/documents'
import { planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { readPack } from '../../src/packs/index.ts'
import { outlineOf } from '../../src/reports/drafts/outline-of-pack.ts'
import { evaluateRows } from './evaluate-rows.ts'

const { loaded } = await readPack(join(process.cwd(), 'packs/dropout-control'), process.cwd())
if (loaded === undefined) throw new Error('the pack cannot be read')
const { pack } = loaded
const source = evaluateRows(planPack(pack), {
  2025: {
    township_basics: [{ township_code: '990101001', township_name: '甲镇' }],
    school_roster: [{ school_code: '2199000001', school_name: '甲初中', school_type: '初中', state: '在办' }],
    child_register: [{ township_code: '990101001', child_no: 'E1', child_state: '县内就读' }],
  },
})

const openingOf = (id: string): string => {
  const [first] = layOutReport(source, outlineOf(pack, id)).blocks
  return first?.kind === 'paragraph' ? first.sentences.map(({ text }) => text).join('') : ''
}

/** All that is lacking, by the run, whatever a report needs. */
const lacking = source
  .assessment()
  .coverage.registers.filter(({ missing }) => missing.length > 0)
  .map(({ title }) => title)

test.each([
  ['county_quarterly', ['在校人数统计表', '学生名册'], ['学届名册']],
  ['city_termly', ['在校人数统计表', '学生名册'], ['学届名册']],
  ['province_yearly', ['学届名册', '学生名册'], []],
] as const)('the report %s owns up to the registers that its figures lack, and names no others', (id, own, others) => {
  const opening = openingOf(id)
  expect(opening).toContain('本报告所用的报表中，')
  for (const title of own) expect(lacking).toContain(title)
  const unrelated = ['质量监测结果表', '社会认可度调查表', '一票否决事项表', '教职工名册', ...others]
  for (const title of unrelated) {
    expect(lacking).toContain(title)
    expect(opening).not.toContain(title)
  }
  expect(opening).not.toContain('适龄儿童少年名册')
  expect(own.some((title) => opening.includes(title))).toBe(true)
})
