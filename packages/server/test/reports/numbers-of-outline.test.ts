import { layOutReport, subjectsOf } from '@eduduty/core/documents'
import { type DraftContent, looseNumbers, startDraft } from '@eduduty/core/reports'
import { beforeAll, describe, expect, it } from 'vitest'
import { printBinding } from '../../src/reports/drafts/print-binding.ts'
import { evaluateDemo } from '../documents/evaluate-demo.ts'

let evaluated: Awaited<ReturnType<typeof evaluateDemo>>

beforeAll(async () => {
  evaluated = await evaluateDemo()
})

function draftOf(outline: string, subject: string): DraftContent {
  const found = evaluated.pack.reports?.find(({ id }) => id === outline)
  if (found === undefined) throw new Error(outline)
  const about = subjectsOf(evaluated, found).find((one) => one.subject === subject)
  return startDraft(layOutReport(evaluated, found, about))
}

const boundIn = ({ blocks }: DraftContent) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? block.pieces.filter(({ bound }) => bound !== undefined) : []))

/** Numbers of a section that are bound, as they are printed. */
function boundUnder(draft: DraftContent, heading: string): readonly string[] {
  const from = draft.blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(heading))
  const end = draft.blocks.findIndex((block, at) => at > from && block.kind === 'heading' && block.level === 1)
  return boundIn({ ...draft, blocks: draft.blocks.slice(from + 1, end < 0 ? undefined : end) }).map(({ text }) => text)
}

describe('numbers that the county report begins with', () => {
  it('are bound where they are counts, gaps and values of verdicts', () => {
    const draft = draftOf('self_evaluation', 'county')
    const [first] = draft.blocks.filter(({ kind }) => kind === 'paragraph')
    const said = boundIn({ ...draft, blocks: first === undefined ? [] : [first] }).map(({ text }) => text)
    expect(said).toEqual(['67', '66', '60', '59'])
    expect(boundUnder(draft, '七')).toEqual(expect.arrayContaining(['1', '0.581', '0.80', '2', '96.9']))
    expect(boundUnder(draft, '八')).toEqual(expect.arrayContaining(['0.581', '9.64', '10', '23516.21', '2']))
  })

  it('are otherwise listed as written by the outline, and none as typed by hand', () => {
    const loose = looseNumbers(draftOf('self_evaluation', 'county'))
    expect(loose.filter(({ by }) => by === 'hand')).toEqual([])
    // Words of the standard itself, such as 余项不低于标准85%.
    expect(new Set(loose.map(({ text }) => text))).toEqual(new Set(['50人', '85%', '100人', '45人', '360']))
  })

  it('lead to the figures that they stand on: a count of schools to the schools that it counts', () => {
    const draft = draftOf('self_evaluation', 'county')
    const count = boundIn(draft).find(({ bound }) => bound?.formula.includes('教师培训完成率.达标'))
    expect(count?.sources?.map((id) => evaluated.assessment().figures.find((one) => one.id === id)?.state)).toEqual([
      'unmet',
    ])
    const value = boundIn(draft).find(({ bound }) => bound?.formula === '常住人口')
    expect(value?.sources).toEqual(['form_population@county'])
  })

  it('print the same when they are asked for again', () => {
    for (const draft of [draftOf('self_evaluation', 'county'), draftOf('school_self_evaluation', '3199000305')])
      for (const { bound, text } of boundIn(draft))
        if (bound !== undefined) expect(printBinding(evaluated, bound).text, bound.formula).toBe(text)
  })
})

describe('the report of a school that has handed in nothing', () => {
  it('says what is not handed in, and nowhere that nothing is amiss', () => {
    const draft = draftOf('school_self_evaluation', '3199000304')
    const text = draft.blocks
      .map((block) => (block.kind === 'paragraph' ? block.pieces.map((piece) => piece.text).join('') : ''))
      .join('\n')
    expect(text).toContain('我校尚未报送学校分学段补充表、学校填报表')
    expect(text).toContain('还有7项不能认定，不能据此认为没有未达标的项目')
    expect(text).not.toMatch(/^没有认定为未达标的项目|没有需要整改的未达标项目/m)
  })

  it('is otherwise as it was', () => {
    const draft = draftOf('school_self_evaluation', '3199000305')
    const text = draft.blocks
      .map((block) => (block.kind === 'paragraph' ? block.pieces.map((piece) => piece.text).join('') : ''))
      .join('\n')
    expect(text).toContain('没有认定为未达标的项目。')
    expect(text).not.toContain('尚未报送')
  })
})

describe('numbers that a school report begins with', () => {
  it('are bound where they are values and standards of met items', () => {
    const draft = draftOf('school_self_evaluation', '3199000305')
    expect(boundUnder(draft, '二')).toEqual(['100.0', '100', '100.0', '100', '5.8', '5'])
  })
})
