import { describe, expect, it } from 'vitest'
import { sourcedLength } from '../../src/enrolment/index.ts'
import { proveOverlay } from '../../src/evaluation/index.ts'
import { listUnverified, parsePack, tailorPack, validatePack } from '../../src/packs/index.ts'
import { smallPack } from './small-pack.ts'

const rules = `
clocks:
  - { id: monthly, title: 走访间隔, length: { amount: 30, unit: 自然日 }, rest_end: 不顺延, remind: [], ladder: [], verified: { grade: B } }
  - { id: open, title: 走访间隔由县定, rest_end: 不顺延, remind: [], ladder: [] }
  - { id: example, title: 示例间隔, length: { amount: 9, unit: 自然日 }, rest_end: 不顺延, remind: [], ladder: [], verified: { grade: U } }
placements:
  - { id: at_home, title: 送教上门, needs: [学校, 专家意见], at_home: true, basis: { document: 条例 } }
care:
  - { id: left_behind, title: 留守儿童, clock: CLOCK, basis: { document: 文件 }, verified: { grade: U } }
`
const base = (clock: string) =>
  parsePack([{ path: 'pack.yaml', text: `${smallPack}\n${rules.replace('CLOCK', clock)}` }])

const local = (to: string) => `pack:
  id: local
  version: 1.0.0
  title: 某省
  issuer: 测试
  document: 测试〔2026〕1号
  scope: 县
  since: 2026-01-01
  licence: CC0-1.0
  overlays: { pack: small-pack, version: 1.0.x }
doses:
  - id: province
    title: 某省送教标准
    jurisdiction: '37'
    since: 2026-09-01
    visits: { count: 2, per: 周 }
    hours: { count: 216, per: 学年 }
    terms: [{ id: autumn, title: 第一学期, from: 09-01, to: ${to}, weeks: 20, months: 5 }]
    slack: 1
    basis: { document: 某省文件, article: 第三条 }
    verified: { grade: B, on: 2026-11-27, source: 转载 }
`

function tailored(to: string) {
  const { pack, source } = base('monthly')
  const { overlay, source: own, problems } = parsePack([{ path: 'local.yaml', text: local(to) }])
  if (pack === undefined || overlay === undefined) throw new Error(JSON.stringify(problems))
  return tailorPack({ pack, source }, { overlay, source: own })
}

describe('rules of placements, home teaching and care', () => {
  it('name a time limit that is there', () => {
    const problems = (clock: string) => {
      const { pack, source } = base(clock)
      if (pack === undefined) throw new Error('unreadable')
      return validatePack(pack, source).map(({ code }) => code)
    }
    expect(problems('monthly')).toEqual([])
    expect(problems('weekly')).toEqual(['unknown_reference'])
    // The county fills in what no document says; an example is told to be one, and is no default.
    expect(problems('open')).toEqual([])
    expect(problems('example')).toEqual(['care_length_unverified'])
  })

  it('take a length as a default only where somebody has found its source', () => {
    const { pack } = base('monthly')
    expect(pack?.clocks?.map((rule) => [rule.id, sourcedLength(rule)?.amount])).toEqual([
      ['monthly', 30],
      ['open', undefined],
      ['example', undefined],
    ])
  })

  it('are listed as unverified where nobody has found the source', () => {
    const { pack } = base('monthly')
    expect(pack && listUnverified(pack).filter(({ section }) => section === 'care')).toMatchObject([
      { id: 'left_behind' },
    ])
  })

  it('get the dose of a province by its overlay', () => {
    const made = tailored('01-20')
    expect(made.problems).toEqual([])
    expect(made.joined.pack.doses).toMatchObject([{ id: 'province', basis: { article: '第三条' } }])
    expect(proveOverlay(made).map(({ step }) => `${step.section} ${step.id}`)).toEqual(['doses province'])
    expect(validatePack(made.joined.pack, made.joined.source)).toEqual([])
    const wrong = tailored('02-30').joined
    expect(validatePack(wrong.pack, wrong.source).map(({ code }) => code)).toEqual(['term_day_invalid'])
  })
})
