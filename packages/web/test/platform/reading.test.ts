import type { Assessment, Figure, ItemView, SectionView, Subject } from '@eduduty/core/evaluation'
import { describe, expect, test } from 'vitest'
import { listFindings, splitPath } from '../../src/collection/finding-row.ts'
import { limitShown } from '../../src/evaluation/dispersions/shown-number.ts'
import { groupOwed } from '../../src/evaluation/overview/group-owed.ts'
import { excludedUnits } from '../../src/evaluation/schools/excluded-units.ts'
import { failingInputs } from '../../src/evaluation/schools/failing-inputs.ts'
import { type DocumentEntry, returnedFor } from '../../src/platform/run/documents.ts'
import { shortNumber } from '../../src/platform/run/short-number.ts'
import { shownOf } from '../../src/platform/trace/shown-of.ts'
import { makeRun } from '../fixture/make-assessment.ts'

describe('who owes what', () => {
  const owes = (unit: string, register: string) => ({ code: 'missing_row', message: '未报', unit, register })
  const item = (indicator: string, deciding: ItemView['deciding']): ItemView => ({
    indicator,
    state: 'undecided',
    counts: { met: 0, unmet: 0, undecided: 1, not_applicable: 0, error: 0 },
    deciding,
    evidence: [],
    responsible: [],
  })
  const section = (items: ItemView[]): SectionView => ({ id: 's', title: '组', state: 'undecided', items })

  test('open items are put together by the reports that would decide them, most items first', () => {
    const groups = groupOwed([
      section([item('a', [owes('1', 'form'), owes('2', 'form')]), item('b', [owes('1', 'form')])]),
      section([item('c', [owes('1', 'form')]), item('d', [owes('2', 'form'), owes('1', 'form')]), item('e', [])]),
      section([item('f', [owes('1', 'form'), owes('1', 'form')])]),
    ])
    expect(groups.map((group) => [group.owed.length, group.items])).toEqual([
      [1, ['b', 'c', 'f']],
      [2, ['a', 'd']],
    ])
  })
})

describe('a composite that fails', () => {
  test('names what it is made of and is below standard, not what fails beside it', () => {
    const line = (id: string, state: Figure['state']) => ({
      figure: { id, node: id, subject: '1', status: 'known' as const, shown: '1', ...(state ? { state } : {}) },
    })
    const lines = [line('all@1', 'unmet'), line('a@1', 'met'), line('b@1', 'unmet'), line('c@1', 'unmet')]
    const aggregate = {
      text: '计数(组[达标])',
      result: '5',
      row_count: 2,
      rows: [],
      figures: ['a@1', 'b@1'],
      missing: [],
    }
    expect(failingInputs({ inputs: [], aggregates: [aggregate] }, lines)).toEqual([lines[2]])
    const input = { title: 'c', figure: 'c@1', shown: '1' }
    expect(failingInputs({ inputs: [input], aggregates: [] }, lines)).toEqual([lines[3]])
  })
})

describe('what a figure shows', () => {
  const figure: Figure = { id: 'x@1', node: 'x', subject: '1', status: 'missing', shown: '未报', state: 'undecided' }

  test('a number without data is 未报; an open yes-or-no item is 待定', () => {
    expect(shownOf({ ...figure, standard: { text: '≥ 4' } })).toBe('未报')
    expect(shownOf(figure)).toBe('待定')
    expect(shownOf({ ...figure, status: 'not_applicable', state: 'not_applicable', shown: '不适用' })).toBe('不适用')
  })

  test('a limit stands as its document writes it', () => {
    const [first] = makeRun().assessment.dispersions
    if (first === undefined) throw new Error('no dispersion')
    const figures = (text: string) =>
      new Map([[first.figure.split('@')[0] ?? '', [{ ...figure, id: first.figure, standard: { text } }]]])
    expect(limitShown({ ...first, limit: '0.5' }, figures('≤ 0.50'))).toBe('0.50')
    expect(limitShown({ ...first, limit: '0.5' }, figures('≤ 0.45'))).toBe('0.5')
    expect(limitShown({ ...first, limit: '0.5' }, new Map())).toBe('0.5')
  })

  test('four digits that say something', () => {
    expect(['0.144202', '5.8499', '11.266371', '599.89', '2862.0666'].map(shortNumber)).toEqual([
      '0.1442',
      '5.850',
      '11.27',
      '599.9',
      '2862',
    ])
  })
})

describe('findings and files', () => {
  test('the year under evaluation comes before earlier years', () => {
    const { assessment } = makeRun()
    const file = (name: string, year: number): Assessment['files'][number] => ({
      name,
      sha256: '',
      bytes: 1,
      type: 'xlsx',
      sheets: [{ name: 's', registers: [{ register: 'school_form', year, rows: 1 }] }],
    })
    const finding = (name: string) => ({ level: 'error' as const, code: 'c', message: name, file: name })
    const { year } = assessment.run
    const rows = listFindings({
      ...assessment,
      files: [file('a', year - 2), file('b', year - 1), file('c', year)],
      findings: [finding('a'), finding('b'), finding('c'), finding('unread')],
    })
    expect(rows.map((row) => row.finding.message)).toEqual(['c', 'unread', 'b', 'a'])
    expect(rows.map((row) => row.key)).toEqual(['2', '3', '1', '0'])
  })

  test('a csv comes back as a workbook; a file of the same name in another folder is another file', () => {
    const one = (name: string): DocumentEntry => ({ name, title: '', bytes: 1, type: '' })
    const documents = [one('申报表.xlsx'), one('退回修改/2024/甲.xlsx'), one('退回修改/2025/甲.csv.xlsx')]
    expect(returnedFor(documents, '2025/甲.csv')?.name).toBe('退回修改/2025/甲.csv.xlsx')
    expect(returnedFor(documents, '2024/甲.xlsx')?.name).toBe('退回修改/2024/甲.xlsx')
    expect(returnedFor(documents, '甲.xlsx')).toBeUndefined()
    expect(returnedFor(documents, '2023/甲.xlsx')).toBeUndefined()
    expect(returnedFor(documents, '申报表.xlsx')).toBeUndefined()
    expect(splitPath('2025/学校/甲.xlsx')).toEqual({ name: '甲.xlsx', folder: '2025/学校' })
  })

  test('a school left out at two grains for one reason is listed once', () => {
    const left = (grain: string, dimensions: Record<string, string>, included = false): Subject => ({
      id: grain,
      grain,
      dimensions,
      name: '停办小学',
      unit: '1',
      included,
      exclusion: { reason: '停办' },
      attributes: {},
    })
    const units = excludedUnits([
      left('school_stage', { 学校: '1', 学段: '小学' }),
      left('school', { 学校: '1' }),
      left('other', { 学校: '1' }, true),
    ])
    expect(units.map((unit) => unit.grain)).toEqual(['school'])
  })
})
