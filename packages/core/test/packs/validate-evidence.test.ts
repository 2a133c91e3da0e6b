import { validateFormulas } from '@eduduty/core/evaluation'
import { parsePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { smallPack } from './small-pack.ts'

/** What is wrong with one material of the first indicator. */
function codesWith(material: string): string[] {
  const text = smallPack.replace('missing: 待定', `missing: 待定\n    evidence: [${material}]`)
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  return (pack === undefined ? problems : validateFormulas(pack, source)).map(({ code }) => code)
}

test('a material for some is in order with its condition and whom it means', () => {
  expect(codesWith('{ id: proof, title: 证明, when: 真, reason: 只由小学提供 }')).toEqual([])
  expect(codesWith('{ id: proof, title: 证明 }')).toEqual([])
})

test('a condition without words, and words without a condition, are refused', () => {
  expect(codesWith('{ id: proof, title: 证明, when: 真 }')).toEqual(['evidence_condition'])
  expect(codesWith('{ id: proof, title: 证明, reason: 只由小学提供 }')).toEqual(['evidence_condition'])
})

test('a condition has to be true or false, of names that there are', () => {
  expect(codesWith("{ id: proof, title: 证明, when: '1 + 1', reason: 只由小学提供 }")).toHaveLength(1)
  expect(codesWith('{ id: proof, title: 证明, when: 没有这个名称, reason: 只由小学提供 }')).toHaveLength(1)
})
