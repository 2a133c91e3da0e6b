import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import type { DraftNames } from '@eduduty/core/packs'
import { listEntries } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'
import { addEntry, moveEntry } from '../../src/packs/drafts/change-entries.ts'
import { completeFormula } from '../../src/packs/drafts/complete-formula.ts'
import { changedEntries, mergedFiles, savedParts } from '../../src/packs/drafts/merge-drafts.ts'

const names: DraftNames = {
  scalars: [
    { title: '学生数', initials: 'xss', note: '数，人' },
    { title: '参数.图书线', initials: 'cstsx', note: '数，册' },
  ],
  rowsets: [
    {
      title: '校舍表',
      initials: 'xsb',
      note: '一组记录',
      columns: [{ title: '校舍（旧）', initials: 'xsj', note: '数，平方米' }],
    },
  ],
  functions: [{ title: '计数', initials: 'js', note: '行数', example: '计数(教师)' }],
}

function offered(text: string): Pick<CompletionResult, 'from' | 'options'> | undefined {
  const context = new CompletionContext(EditorState.create({ doc: text }), text.length, false)
  const result = completeFormula(names)(context)
  return result === null || result instanceof Promise ? undefined : result
}
const labels = (text: string) => offered(text)?.options.map(({ label }) => label)

describe('completion in a formula', () => {
  it('goes by Chinese and by initials', () => {
    expect(labels('图书 ÷ xs')).toEqual(['学生数', '校舍表'])
    expect(labels('学生')).toEqual(['学生数'])
    expect(labels('参数.图')).toEqual(['参数.图书线'])
    expect(labels('js')).toEqual(['计数'])
    expect(labels('÷ ')).toBeUndefined()
  })

  it('offers the columns of a form behind its dot, in brackets where a name needs them', () => {
    const found = offered('校舍表.xsj')
    expect(found?.from).toBe(4)
    expect(found?.options[0]?.apply).toBe('「校舍（旧）」')
  })
})

const base = [
  { path: 'a.yaml', text: 'indicators:\n  - { id: one, title: 甲 }\n  - { id: two, title: 乙 }\n' },
  { path: 'b.yaml', text: 'elements: []\n' },
]
const mine = base.with(0, { path: 'a.yaml', text: base[0]?.text.replace('甲', '我') ?? '' })
const theirs = [...base.slice(0, 1), { path: 'b.yaml', text: 'elements:\n  - { id: three, title: 丙 }\n' }]

describe('two people on one draft', () => {
  it('see which entries each changed, and lose nothing in a merge', () => {
    const titles = (after: typeof base) =>
      changedEntries(base, after).map((one) => (typeof one === 'string' ? one : one.title))
    expect(titles(mine)).toEqual(['我'])
    expect(titles(theirs)).toEqual(['丙'])
    const merged = mergedFiles(base, mine, theirs)
    expect(merged).toEqual([mine[0], theirs[1]])
    expect(savedParts(theirs, merged)).toEqual({ files: [mine[0]], removed: [] })
    expect(savedParts(base, base.slice(1))).toEqual({ files: [], removed: ['a.yaml'] })
  })
})

describe('entries', () => {
  const { entries } = listEntries(base)
  it('are added behind the last of their part with an id of their own, and moved within their file', () => {
    const added = addEntry(entries, 'indicators')
    expect(added).toMatchObject({ key: 'a.yaml#indicators.2', edit: { at: 2, value: { id: 'indicator_1' } } })
    expect(addEntry(entries, 'checks')?.edit.file).toBe('checks.yaml')
    const [first] = entries
    if (first === undefined) throw new Error('no entry')
    expect(moveEntry(entries, first, -1)).toBeUndefined()
    expect(moveEntry(entries, first, 1)?.key).toBe('a.yaml#indicators.1')
  })
})
