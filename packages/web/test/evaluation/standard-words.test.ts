import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { standardWords } from '../../src/evaluation/standard-line.ts'
import { shownFor } from '../../src/platform/trace/shown-of.ts'

const node = (standard?: string): NodeView => ({
  id: 'rooms',
  kind: 'indicator',
  title: '专用教室',
  grain: 'school',
  unit: '间',
  formula: { '': '教室' },
  ...(standard !== undefined && { standard: { '': standard } }),
})

const figure = (text?: string, value?: string): Figure => ({
  id: 'rooms@A',
  node: 'rooms',
  subject: 'A',
  status: 'known',
  shown: '0',
  state: 'met',
  ...(text !== undefined && { standard: { text, ...(value !== undefined && { value }) } }),
})

test('what is judged without a number must be so; what is only computed with has no standard', () => {
  expect(standardWords(figure(), node())).toBe('须达到')
  const { state: _, ...computed } = figure()
  expect(standardWords(computed, { ...node(), kind: 'element' })).toBeUndefined()
})

test('a line that comes out as nothing for a unit asks nothing of it; one that the pack writes as 0 stays', () => {
  expect(standardWords(figure('≥ 0 间', '0'), node('≥ 应配间数'))).toBe('不作要求')
  expect(standardWords(figure('≥ 0 间', '0'), node('≥ 0'))).toBe('≥ 0')
  expect(standardWords(figure('= 0 间', '0'), node('= 0'))).toBe('须为 0')
  expect(standardWords(figure('≥ 2 间', '2'), node('≥ 应配间数'))).toBe('≥ 2')
})

test('a number that counts what is lacking reads so, in its standard as well', () => {
  const lacking = { ...node('= 0'), lacking: true }
  expect(standardWords(figure('= 0 间', '0'), lacking)).toBe('须不缺')
  expect(shownFor(lacking, figure())).toBe('不缺')
  expect(shownFor(lacking, { ...figure(), shown: '3' })).toBe('缺 3')
  expect(shownFor(lacking, { ...figure(), shown: '未报', status: 'missing' })).toBe('未报')
  expect(shownFor(node('= 0'), figure())).toBe('0')
})
