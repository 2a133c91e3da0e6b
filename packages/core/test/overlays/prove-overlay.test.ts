import { expect, test } from 'vitest'
import { overlayProblems, proveOverlay } from '../../src/evaluation/index.ts'
import { parsePack, tailorPack } from '../../src/packs/index.ts'
import { smallPack } from '../packs/small-pack.ts'

const manifest = `pack:
  id: local
  version: 1.0.0
  title: 地方
  issuer: 测试
  document: 测试〔2026〕1号
  scope: 县
  since: 2026-01-01
  licence: CC0-1.0
  overlays: { pack: small-pack, version: 1.0.x }
`
const sourced = 'basis: { document: 乙 }, verified: { grade: C, source: 丙 }'

function tailor(changes: string, more = '') {
  const base = parsePack([{ path: 'pack.yaml', text: smallPack }])
  const parsed = parsePack([{ path: 'local.yaml', text: `${manifest}changes:\n${changes}${more}` }])
  if (base.pack === undefined || parsed.overlay === undefined) throw new Error(JSON.stringify(parsed.problems))
  return tailorPack({ pack: base.pack, source: base.source }, { overlay: parsed.overlay, source: parsed.source })
}

const effects = (changes: string, more = '') => proveOverlay(tailor(changes, more)).map(({ effect }) => effect)
const value = (number: string, more = '') =>
  `  - { in: parameters, id: line, add: { values: [{ for: { stage: 小学 }, value: ${number}, since: 2026-01-01, ${more}${sourced} }] } }\n`

test('a line judged by ≥ that rises tightens, one that falls relaxes, in the stage and from the day it is written for', () => {
  expect(effects(value('4.5', "jurisdiction: '99', "))).toEqual(['收紧'])
  expect(effects(value('4.0', "jurisdiction: '99', "))).toEqual(['放宽'])
  expect(effects(value('4.20', "jurisdiction: '99', "))).toEqual(['不变'])
  const [{ because = [] } = {}] = proveOverlay(tailor(value('4.5', "jurisdiction: '99', ")))
  expect(because[0]).toBe('小学：4.20 → 4.5（2026-01-01 起）')
})

test('two conditions that never hold together are not read as if they did', () => {
  const small = value('4.8', 'when: 学校表.学生数 < 100 人, reason: 小, ')
  const large = value('4.5', 'when: 学校表.学生数 ≥ 100 人, reason: 大, ')
  // The second, listed last, would lower the first only where both hold.
  expect(effects(small + large)).toEqual(['收紧', '收紧'])
  const overlapping = value('4.5', 'when: 学校表.学生数 ≥ 50 人, reason: 大, ')
  expect(effects(small + overlapping)).toEqual(['收紧', '无法判断'])
})

test('a stricter comparison tightens and a wider one relaxes, whatever the number', () => {
  const standard = (text: string) => effects(`  - { in: indicators, id: per_hundred, set: { standard: ${text} } }\n`)
  expect(standard('"> 参数.师资线"')).toEqual(['收紧'])
  expect(standard('≥ 6')).toEqual(['收紧'])
  expect(standard('≥ 4')).toEqual(['放宽'])
  expect(standard('≤ 6')).toEqual(['无法判断'])
})

test('a level that is easier to reach relaxes, though the light stays the same', () => {
  const levels = (line: string) =>
    `  - { in: indicators, id: per_hundred, set: { levels: [{ title: 好, standard: ≥ ${line} }, { title: 差 }] } }\n`
  expect(effects(levels('6') + levels('7') + levels('5'))).toEqual(['无法判断', '收紧', '放宽'])
})

test('one more exclusion relaxes, and is named at its line with what to do', () => {
  const made = tailor(
    '  - in: grains\n    id: school_stage\n    add: { exclusions: [{ id: few, when: 学校表.学生数 < 9 人, reason: 少 }] }\n',
  )
  const [problem] = overlayProblems(proveOverlay(made))
  expect(problem).toMatchObject({ code: 'overlay_relaxes', file: 'local.yaml', line: 12 })
  expect(problem?.message).toContain('放宽了上级的要求')
  expect(problem?.suggestion).toContain('authority')
})

test('with its authority a relaxation stays, and is reminded of', () => {
  const change = `  - in: parameters
    id: line
    authority: { document: 某省办法, article: 第八条 }
    add: { values: [{ for: { stage: 小学 }, value: 4.0, since: 2026-01-01, jurisdiction: '99', ${sourced} }] }
`
  const [problem] = overlayProblems(proveOverlay(tailor(change)))
  expect(problem).toMatchObject({ warning: true })
  expect(problem?.message).toContain('某省办法第八条')
})

test('a new section tightens a verdict that is made of all sections', () => {
  const more = 'sections:\n  - { id: staff, title: 师资, items: [per_hundred] }\n'
  expect(effects(value('4.5', "jurisdiction: '99', "), more)).toEqual(['收紧', '收紧'])
})

test('a name that is not there is refused, with the nearest', () => {
  const made = tailor(
    '  - { in: parameters, id: lines, add: { values: [] } }\n'.replace(
      '[]',
      `[{ value: 1, since: 2026-01-01, ${sourced} }]`,
    ),
  )
  expect(made.problems[0]).toMatchObject({ code: 'unknown_reference', line: 12 })
  expect(made.problems[0]?.suggestion).toContain('“line”')
})

test('a version that it was not written for is refused', () => {
  const base = parsePack([{ path: 'pack.yaml', text: smallPack.replace('version: 1.0.0', 'version: 1.1.0') }])
  const parsed = parsePack([{ path: 'local.yaml', text: manifest }])
  if (base.pack === undefined || parsed.overlay === undefined) throw new Error('unread')
  const made = tailorPack({ pack: base.pack, source: base.source }, { overlay: parsed.overlay, source: parsed.source })
  expect(made.problems.map(({ code, line }) => [code, line])).toEqual([['overlay_version', 10]])
})

test('what a pack that tailors nothing may not write is refused', () => {
  const { problems } = parsePack([
    { path: 'pack.yaml', text: `${smallPack}changes:\n  - { in: verdict, set: { met: 好 } }\n` },
  ])
  expect(problems.map(({ code }) => code)).toEqual(['changes_without_overlay'])
})

test('parts of the joined pack are found in the file that wrote them', () => {
  const { joined } = tailor(value('4.5', "jurisdiction: '99', "))
  expect(joined.source.place(['parameters', 0, 'values', 2, 'value'])).toMatchObject({ file: 'local.yaml', line: 12 })
  expect(joined.source.place(['parameters', 0, 'values', 1, 'value'])).toMatchObject({ file: 'pack.yaml' })
  expect(joined.pack.registers[0]?.home).toBe('small-pack')
})
