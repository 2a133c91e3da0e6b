import { describe, expect, it } from 'vitest'
import { compareSides, type Side } from '../../src/evaluation/compare/comparability.ts'
import type { Figure, NodeView } from '../../src/evaluation/index.ts'

const pack = { id: 'books', version: '1.0.0', title: '图书标准', hash: 'a' }
const element: NodeView = {
  id: 'pupils',
  kind: 'element',
  title: '学生数',
  grain: 'county',
  formula: { '': '合计(图书表.学生人数)' },
}
const node: NodeView = {
  id: 'books_each',
  kind: 'indicator',
  title: '生均图书',
  grain: 'county',
  unit: '册/生',
  formula: { '': '图书册数 ÷ 学生数' },
}
const figure: Figure = {
  id: 'books_each@county',
  node: 'books_each',
  subject: 'county',
  status: 'known',
  value: '20',
  shown: '20.00',
  state: 'met',
  standard: { text: '≥ 20 册/生', value: '20' },
}
const nodesOf = (...nodes: NodeView[]) => new Map(nodes.map((one) => [one.id, one]))
const side = (year: number, change: Partial<Side> = {}): Side => ({
  run: { pack },
  year,
  nodes: nodesOf(element, node),
  figure,
  ...change,
})
const newer = { ...pack, version: '1.1.0', hash: 'b' }
const verdict = (before: Side, after: Side) => {
  const { value, light, reasons } = compareSides('books_each', before, after)
  return { value, light, codes: reasons.map(({ code }) => code), text: reasons.map(({ text }) => text).join('；') }
}

describe('comparability of two figures', () => {
  it('is whole under the same rules and full reports', () => {
    expect(verdict(side(2024), side(2025))).toEqual({ value: true, light: true, codes: [], text: '' })
  })

  it('survives another version of the pack that left this indicator alone, and says so', () => {
    const found = verdict(side(2024), side(2025, { run: { pack: newer } }))
    expect(found).toMatchObject({ value: true, light: true, codes: ['version'] })
    expect(found.text).toContain('1.0.0 → 1.1.0')
  })

  it('loses the light alone when the standard changed', () => {
    const raised = { ...figure, standard: { text: '≥ 25 册/生', value: '25' } }
    const found = verdict(side(2024), side(2025, { figure: raised }))
    expect(found).toMatchObject({ value: true, light: false, codes: ['standard'] })
    expect(found.text).toContain('≥ 20 册/生 → ≥ 25 册/生')
  })

  it.each([
    ['formula', nodesOf(element, { ...node, formula: { '': '图书册数 ÷ 在籍学生数' } })],
    ['unit', nodesOf(element, { ...node, unit: '册/人' })],
    ['input', nodesOf({ ...element, formula: { '': '合计(图书表.在校学生人数)' } }, node)],
    ['absent', nodesOf(element)],
  ])('is lost when the %s changed', (code, nodes) => {
    const found = verdict(side(2024), side(2025, { nodes, run: { pack: newer } }))
    expect(found).toMatchObject({ value: false, light: false })
    expect(found.codes).toContain(code)
  })

  it('is not lost by an element that the formula only names in part', () => {
    const other = { ...element, id: 'boarding', title: '生数', formula: { '': '1' } }
    const changed = { ...other, formula: { '': '2' } }
    const found = verdict(
      side(2024, { nodes: nodesOf(other, element, node) }),
      side(2025, { nodes: nodesOf(changed, element, node), run: { pack: newer } }),
    )
    expect(found.value).toBe(true)
  })

  it('is lost between different packs', () => {
    const other = { ...pack, id: 'other', title: '另一标准' }
    expect(verdict(side(2024, { run: { pack: other } }), side(2025)).codes).toContain('pack')
  })

  it('is lost when not as many reported, or one is not known', () => {
    const coverage = (reported: number) => ({ ...figure, coverage: { expected: 64, reported, not_applicable: 0 } })
    const found = verdict(side(2024, { figure: coverage(64) }), side(2025, { figure: coverage(61) }))
    expect(found).toMatchObject({ value: false, codes: ['coverage'] })
    expect(found.text).toContain('2025年应报 64、已报 61')
    const { value: _, ...unknown } = figure
    const missing = { ...unknown, status: 'missing', shown: '未报' } as const
    expect(verdict(side(2024), side(2025, { figure: missing }))).toMatchObject({ value: false, text: '2025年未报' })
  })
})
