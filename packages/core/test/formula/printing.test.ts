import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NameAst } from '../../src/formula/ast.ts'
import { type Ast, check, parse, print, printForReaders } from '../../src/formula/index.ts'
import { scopeOf } from './world.ts'

/** The tree without its places in the text. */
const bare = (ast: Ast | undefined): unknown =>
  JSON.parse(JSON.stringify(ast ?? null, (key, value: unknown) => (key === 'span' ? undefined : value)))

const span = { start: 0, end: 0 }
const name = fc.constantFrom('学生数', '教师 数', 'pupils', '或', '参数.线', '上年', '5年级', '按')
const leaf: fc.Arbitrary<Ast> = fc.oneof(
  fc
    .constantFrom('0', '12', '3.50', '007', '99999999999999999999.5')
    .map((text): Ast => ({ kind: 'number', text, span })),
  fc.constantFrom('万元', '%', '㎡/生', '人/百名学生').map((unit): Ast => ({ kind: 'number', text: '5', unit, span })),
  fc.constantFrom('小学', '带"引号"', '', '换\n行').map((text): Ast => ({ kind: 'text', text, span })),
  fc.constant<Ast>({ kind: 'date', text: '2026-09-01', span }),
  fc.boolean().map((value): Ast => ({ kind: 'truth', value, span })),
  fc.array(name, { minLength: 1, maxLength: 3 }).map((path): Ast => ({ kind: 'name', path, span })),
)

type ChainLevel = 'or' | 'and' | 'sum' | 'product'
const OPERATORS = { or: ['或'], and: ['且'], sum: ['+', '-'], product: ['×', '÷'] } as const

const { tree } = fc.letrec<{ tree: Ast }>((tie) => {
  const sub = tie('tree')
  const chainOf = (level: ChainLevel): fc.Arbitrary<Ast> =>
    fc
      .tuple(
        sub,
        fc.array(fc.record({ operator: fc.constantFrom(...OPERATORS[level]), operand: sub }), {
          minLength: 1,
          maxLength: 4,
        }),
      )
      // a chain of the same level on the left is the same formula as one longer chain
      .filter(([first]) => !(first.kind === 'chain' && first.level === level))
      .map(([first, rest]): Ast => ({ kind: 'chain', level, first, rest, span }))
  const base = fc.array(name, { minLength: 1, maxLength: 2 }).map((path): NameAst => ({ kind: 'name', path, span }))
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      chainOf('or'),
      chainOf('and'),
      chainOf('sum'),
      chainOf('product'),
      sub.map((operand): Ast => ({ kind: 'negate', operand, span })),
      sub.map((operand): Ast => ({ kind: 'not', operand, span })),
      fc
        .tuple(fc.constantFrom('=', '≠', '<', '≤', '>', '≥'), sub, sub)
        .map(([operator, left, right]): Ast => ({ kind: 'compare', operator, left, right, span })),
      fc
        .tuple(sub, fc.array(sub, { minLength: 1, maxLength: 3 }))
        .map(([left, items]): Ast => ({ kind: 'member', left, right: { kind: 'list', items, span }, span })),
      fc
        .tuple(fc.constantFrom('合计', '最大', '计数'), fc.array(sub, { maxLength: 3 }))
        .map(([call, args]): Ast => ({ kind: 'call', name: call, args, span })),
      fc.tuple(base, sub).map(
        ([of, condition]): Ast => ({
          kind: 'qualified',
          base: of,
          qualifiers: [
            { kind: 'filter', condition, span },
            { kind: 'previous_year', span },
            { kind: 'as_of', date: '2026-01-01', span },
            { kind: 'grain', grain: '学校', span },
          ],
          span,
        }),
      ),
      fc
        .tuple(fc.array(fc.record({ when: sub, result: sub }), { minLength: 1, maxLength: 2 }), sub)
        .map(([branches, otherwise]): Ast => ({ kind: 'case', branches, otherwise, span })),
    ),
  }
})

describe('canonical text', () => {
  it('is read back as the same formula', () => {
    fc.assert(
      fc.property(tree, (ast) => {
        const text = print(ast)
        const { ast: again, problems } = parse(text)
        if (problems[0]?.code === 'too_many_nodes') return
        expect(problems).toEqual([])
        expect(bare(again)).toEqual(bare(ast))
        if (again) expect(print(again)).toBe(text)
      }),
      { numRuns: 600, seed: 7 },
    )
  })

  it.each([
    ['a+b*c', 'a + b × c'],
    ['(a+b)+c', 'a + b + c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['((a))/b>=0.85', 'a ÷ b ≥ 0.85'],
    ['a and not (b or c)', 'a 且 非 (b 或 c)'],
    ['a in ("x","y")', 'a 属于 ("x", "y")'],
    ['85％', '85%'],
    ['教师[专任].工资', '教师.工资[专任]'],
    ['- (a × b)', '-(a × b)'],
    ['a × -b', 'a × -b'],
  ])('%s is printed %s', (source, expected) => {
    const { ast } = parse(source)
    expect(ast && print(ast)).toBe(expected)
  })

  it.each([
    ['面积 ÷ 1 平方米 × 2 + 人数 ÷ 1 人', '面积 × 2 + 人数'],
    ['(面积 + 面积) ÷ 1 平方米 × 2', '(面积 + 面积) × 2'],
    ['面积 ÷ 1 亩', '面积 ÷ 1 亩'],
    ['拨款 ÷ 1 元 ≤ 3', '拨款 ÷ 1 元 ≤ 3'],
    ['计数(学校[层次 = "小学"]) ÷ 1 所 × 1 个', '计数(学校[层次 = “小学”])'],
  ])('for readers %s is %s: nothing goes that would change the number', (source, expected) => {
    const scope = scopeOf({
      values: { 面积: 1, 人数: 2, 拨款: 3 },
      rows: { 学校: [{ 层次: '小学' }] },
      units: { 面积: '平方米', 人数: '人', 拨款: '万元' },
    })
    const { expression, problems } = check(source, scope)
    expect(problems).toEqual([])
    expect(expression && printForReaders(expression)).toBe(expected)
    expect(expression && print(expression)).toBe(source)
  })

  it('prints titles for ids', () => {
    const base = scopeOf({ values: { pupils: 1 } })
    const scope = {
      ...base,
      findScalar: (path: readonly string[]) => {
        const symbol = base.findScalar(path.join('') === '学生数' ? ['pupils'] : path)
        return symbol && { ...symbol, title: '学生数' }
      },
    }
    const { expression } = check('pupils*2 + 学生数', scope)
    expect(expression && print(expression)).toBe('学生数 × 2 + 学生数')
    expect(expression?.dependencies.scalars).toEqual(['pupils'])
  })
})
