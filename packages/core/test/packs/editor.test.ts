import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  type ContentEdit,
  canonicalText,
  contentOf,
  editedContent,
  editedText,
  editFiles,
  listEntries,
  valueAt,
} from '../../src/packs/index.ts'

const text = `# 某县标准
parameters:
  # 图书线，每名学生多少册
  - id: books_line
    title: 图书线   # 按学段
    unit: 册
    values:
      - { value: '20', since: 2020-01-01, basis: { document: 某文件 }, verified: { grade: C } }
      # 新标准
      - value: 25
        since: 2026-01-01
        basis:
          document: 某文件
        verified: { grade: U }

  # 面积线
  - id: area_line
    title: "面积线"
    values: []
indicators:
  - id: books
    title: 生均图书
    formula: >-
      图书数
      ÷ 学生数
    evidence: [清单, 照片]
`

const edited = (edit: ContentEdit, before = text): string => editedText(before, edit)

describe('editing a file of a pack', () => {
  it('changes a value in place and leaves every other byte', () => {
    const path = ['parameters', 0, 'values', 0, 'value']
    expect(edited({ kind: 'set', path, value: '22' })).toBe(text.replace("'20'", "'22'"))
    expect(edited({ kind: 'set', path: ['parameters', 0, 'title'], value: '藏书线' })).toBe(
      text.replace('title: 图书线 ', 'title: 藏书线 '),
    )
    expect(edited({ kind: 'set', path: ['parameters', 1, 'title'], value: '面积"线' })).toBe(
      text.replace('"面积线"', '"面积\\"线"'),
    )
  })

  it('adds, changes and takes away keys of groups in braces and of lines', () => {
    const article = edited({
      kind: 'set',
      path: ['parameters', 0, 'values', 0, 'basis', 'article'],
      value: '第三条，一',
    })
    expect(article).toBe(text.replace('{ document: 某文件 }', '{ document: 某文件, article: 第三条，一 }'))
    const until = edited({ kind: 'set', path: ['parameters', 0, 'values', 1, 'until'], value: '2027-12-31' })
    expect(until).toContain('        verified: { grade: U }\n        until: 2027-12-31\n\n  # 面积线')
    expect(edited({ kind: 'set', path: ['parameters', 0, 'values', 1, 'until'], value: undefined }, until)).toBe(text)
    const unit = edited({ kind: 'set', path: ['parameters', 0, 'unit'], value: undefined })
    expect(unit).toBe(text.replace('    unit: 册\n', ''))
  })

  it('writes a long formula over several lines and back', () => {
    const path = ['indicators', 0, 'formula']
    const lines = edited({ kind: 'set', path, value: '图书数\n  ÷ 学生数' })
    expect(valueAt(contentOf(lines), path)).toBe('图书数\n  ÷ 学生数')
    expect(lines.endsWith('    evidence: [清单, 照片]\n')).toBe(true)
    expect(valueAt(contentOf(edited({ kind: 'set', path, value: '图书数: 1' }, lines)), path)).toBe('图书数: 1')
  })

  it('adds, removes and moves entries with the comments above them', () => {
    const added = edited({ kind: 'insert', path: ['parameters'], at: 1, value: { id: 'x', title: '新', values: [] } })
    expect(added).toBe(text.replace('  # 面积线\n', '  - id: x\n    title: 新\n    values: []\n  # 面积线\n'))
    expect(edited({ kind: 'remove', path: ['parameters'], at: 1 }, added)).toBe(text)
    const moved = edited({ kind: 'move', path: ['parameters'], from: 1, to: 0 })
    expect(moved.indexOf('# 面积线')).toBeLessThan(moved.indexOf('- id: area_line'))
    expect(moved.indexOf('- id: area_line')).toBeLessThan(moved.indexOf('- id: books_line'))
    const evidence = edited({ kind: 'insert', path: ['indicators', 0, 'evidence'], at: 2, value: '台账, 一式' })
    expect(valueAt(contentOf(evidence), ['indicators', 0, 'evidence'])).toEqual(['清单', '照片', '台账, 一式'])
    expect(edited({ kind: 'remove', path: ['indicators', 0, 'evidence'], at: 0 })).toContain('evidence: [照片]')
  })

  it('makes a section and a file that are not there yet', () => {
    const files = editFiles([{ path: 'a.yaml', text }], {
      file: 'golden.yaml',
      kind: 'insert',
      path: ['golden'],
      at: 0,
      value: { title: '一例', year: 2024, rows: {}, expect: [{ of: 'books' }] },
    })
    expect(files[1]?.text).toContain('golden:\n  - title: 一例\n    year: 2024\n')
    const { entries } = listEntries(files)
    expect(entries.map(({ section, title }) => `${section} ${title}`)).toEqual([
      'parameters 图书线',
      'parameters 面积线',
      'indicators 生均图书',
      'golden 一例',
    ])
  })

  it('refuses a text that cannot be read, and says which file it is', () => {
    const files = [{ path: 'a.yaml', text: 'a: [1' }]
    expect(() => editedText('a: [1', { kind: 'set', path: ['a'], value: 1 })).toThrow(RangeError)
    expect(listEntries(files).unread).toEqual(['a.yaml'])
  })
})

const shipped = fileURLToPath(new URL('../../../../packs/', import.meta.url))
const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(shipped, name), 'utf8') }))

/** Entries that are edited in each file. */
const TRIED = 4

/** The lines of both texts that the other does not have. */
function changedLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  return Math.max(old.length, now.length) - head - tail
}

describe('every shipped pack', () => {
  it.each(files)('$name: entries are edited where they stand, and nothing beside them', ({ text: before }) => {
    const content = contentOf(before)
    const { entries } = listEntries([{ path: 'x.yaml', text: before }])
    const step = Math.ceil(entries.length / TRIED)
    for (const { path } of entries.filter((_, at) => at % step === 0 || at === entries.length - 1)) {
      const edits: ContentEdit[] = [
        { kind: 'set', path: [...path, 'note'], value: '一条：说明，带 # 和 “引号”' },
        { kind: 'set', path: [...path, 'title'], value: '改过的名称' },
      ]
      for (const edit of edits) {
        const after = editedText(before, edit)
        expect(canonicalText(contentOf(after))).toBe(canonicalText(editedContent(content, edit)))
        expect(changedLines(before, after)).toBeLessThanOrEqual(1)
      }
    }
  })
})
