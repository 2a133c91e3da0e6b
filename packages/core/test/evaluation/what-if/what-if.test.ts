import { describe, expect, it } from 'vitest'
import { planReading } from '../../../src/collection/index.ts'
import {
  type Assumption,
  listInputs,
  meetStandard,
  planPack,
  standCounty,
  tryAssumptions,
} from '../../../src/evaluation/index.ts'
import { countyRows, smallPack } from '../small-county.ts'

const schools = [
  { code: '1', primary: '100', books: '3000' },
  { code: '2', primary: '200', books: '3000' },
  { code: '3', primary: '300', books: '5990' },
  { code: '4', primary: '50', silent: true },
]
const { codes } = planReading(smallPack.registers, smallPack.codes ?? [])
const standing = standCounty({
  plan: planPack(smallPack),
  rows: countyRows(schools),
  packHash: 'p',
  snapshot: 's',
  runId: 'r',
  program: '0',
})
const books = (code: string, text: string): Assumption => ({
  kind: 'cell',
  register: 'form',
  key: { code },
  column: 'books',
  text,
})
const ask = (...assumptions: Assumption[]) => tryAssumptions(standing, assumptions, codes)

describe('what would follow', () => {
  it('names the cells that a figure stands on, with what they hold and what may be put in', () => {
    const list = listInputs(standing, 'books_each@2/小学', codes)
    expect(list).toMatchObject({
      title: '生均图书',
      subject: '学校2（小学）',
      shown: '15.00',
      state: 'unmet',
      gap: '还差1000册',
    })
    expect(list?.inputs.map(({ title, text, owner }) => [title, text, owner])).toEqual([
      ['图书', '3000', '学校2'],
      ['小学学生数', '200', '学校2'],
      ['初中学生数', '0', '学校2'],
    ])
    expect(listInputs(standing, 'books_each@9/小学', codes)).toBeUndefined()
  })

  it('lists the cells of a form that nobody has sent, empty', () => {
    const list = listInputs(standing, 'books_each@4/小学', codes)
    expect(list?.inputs.map(({ title, text, key }) => [title, text, key])).toEqual([
      ['图书', '', { code: '4' }],
      ['小学学生数', '', { code: '4' }],
      ['初中学生数', '', { code: '4' }],
    ])
  })

  it('turns every verdict that depends on a cell at once', () => {
    const answer = ask(books('2', '4000'))
    expect(answer.refused).toEqual([])
    expect(answer.changes.find(({ figure }) => figure === 'books_each@2/小学')).toMatchObject({
      before: '15.00 册/生',
      after: '20.00 册/生',
      state_after: 'met',
    })
    expect(answer.counts.turned).toBeGreaterThan(0)
    expect(answer.items.find(({ indicator }) => indicator === 'books_each')).toMatchObject({
      before: 'unmet',
      after: 'unmet',
    })
  })

  it('finds the least that brings all up to a standard, and it does', () => {
    const needed = meetStandard(standing, 'books_each').map(({ assumption }) => assumption)
    expect(needed).toEqual([
      { kind: 'figure', figure: 'books_here@2/小学', text: '4000' },
      { kind: 'figure', figure: 'books_here@3/小学', text: '6000' },
    ])
    const answer = ask(...needed, books('4', '1000'), {
      kind: 'cell',
      register: 'form',
      key: { code: '4' },
      column: 'primary_pupils',
      text: '50',
    })
    expect(answer.items.find(({ indicator }) => indicator === 'books_each')?.after).not.toBe('unmet')
    expect(
      answer.changes.filter(({ state_before, state_after }) => state_before === 'unmet' && state_after === 'met')
        .length,
    ).toBeGreaterThan(1)
  })

  it('takes a form that nobody has sent as if it were filled', () => {
    const fill = (column: string, text: string): Assumption => ({
      kind: 'cell',
      register: 'form',
      key: { code: '4' },
      column,
      text,
    })
    const answer = ask(
      books('4', '900'),
      fill('primary_pupils', '50'),
      fill('junior_pupils', '0'),
      fill('built_early', '否'),
    )
    expect(answer.changes.find(({ figure }) => figure === 'books_each@4/小学')).toMatchObject({
      after: '18.00 册/生',
      state_before: 'undecided',
      state_after: 'unmet',
    })
  })

  it('says which assumptions it cannot take, and takes the others', () => {
    const answer = ask(
      books('2', '很多'),
      { kind: 'cell', register: 'form', key: { code: '' }, column: 'books', text: '1' },
      { kind: 'cell', register: 'form', key: { code: '1' }, column: 'code', text: '1' },
      { kind: 'figure', figure: 'books_each@99/小学', text: '1' },
      { kind: 'figure', figure: 'books_each@2/小学', text: '一' },
      books('3', '6000'),
    )
    expect(answer.refused.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
    for (const { message } of answer.refused) expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect(answer.changes.some(({ figure }) => figure === 'books_each@3/小学')).toBe(true)
  })

  it('changes nothing of what stands', () => {
    const before = JSON.stringify(standing.county.assessment())
    ask(books('2', '1'), { kind: 'figure', figure: 'books_each@1/小学', text: '1' })
    expect(JSON.stringify(standing.county.assessment())).toBe(before)
    expect(ask()).toMatchObject({ changes: [], counts: { judgements: 0, turned: 0, figures: 0 } })
  })
})
