import { parsePack, validatePack } from '@eduduty/core/packs'
import { expect, test } from 'vitest'
import { caseworkPack } from '../enrolment/casework-pack.ts'

function codesOf(text: string): string[] {
  const { pack, problems, source } = parsePack([{ path: 'pack.yaml', text }])
  return (pack === undefined ? problems : validatePack(pack, source)).map(({ code }) => code)
}

const replaced = (from: string, to: string): string[] => {
  expect(caseworkPack).toContain(from)
  return codesOf(caseworkPack.replace(from, to))
}

test('a sound definition has no problems', () => {
  expect(codesOf(caseworkPack)).toEqual([])
})

const faults: readonly (readonly [what: string, from: string, to: string, code: string])[] = [
  ['an open state without an owner', 'title: 劝返中, owner: 学校,', 'title: 劝返中,', 'state_without_owner'],
  ['an open state without a clock', ', clock: work }', ' }', 'state_without_clock'],
  ['a clock that is not there', 'clock: work }', 'clock: wrok }', 'unknown_reference'],
  ['a clock of no length', 'length: { amount: 10, unit: 自然日 }', '', 'clock_without_length'],
  ['a state that nothing leads to', 'to: back\n', 'to: review\n', 'state_unreachable'],
  ['an owner who cannot go on', 'title: 稳定期, owner: 学校', 'title: 稳定期, owner: 县', 'owner_cannot_act'],
  ['a start that is not there', 'start: work', 'start: wrok', 'unknown_reference'],
  ['a start that is the end', 'start: work', 'start: closed', 'case_starts_closed'],
  ['an end with a clock', 'title: 已结束, ends: true }', 'title: 已结束, ends: true, clock: work }', 'ended_with_duty'],
  ['a step out of the end', 'from: [review], to: closed', 'from: [review, closed], to: closed', 'step_after_end'],
  ['a step to nowhere', 'to: back\n', 'to: bakc\n', 'unknown_reference'],
  ['a step that does nothing', 'from: [work], counts: [visits] }', 'from: [work] }', 'step_without_effect'],
  ['a count that nobody makes', 'counts: [visits] }', 'counts: [persuasions] }', 'never_counted'],
  ['an end without a way out', ', exits: [stable] }', ' }', 'end_without_exit'],
  ['a way out that is not there', 'exits: [stable]', 'exits: [stabel]', 'unknown_reference'],
  ['a way out that no step takes', 'exits: [moved]', 'exits: [stable]', 'exit_unused'],
  ['a pause for ever', 'time: 恢复', 'time: 延长', 'pause_without_resume'],
  ['a paper that is not there', 'paper: form', 'paper: from', 'unknown_reference'],
  ['a paper of another line', 'by: [县]\n    paragraphs', 'by: [学校]\n    paragraphs', 'paper_of_other_line'],
  ['a number that is not unique', '〔{年度}〕{序号}号', '〔{年度}〕号', 'number_not_unique'],
  ['a word that stands for nothing', '学生{学生}', '学生{学声}', 'unknown_reference'],
  ['the same id twice', 'id: back, title', 'id: work, title', 'duplicate_name'],
  ['a choice without choices', 'type: 文字 }', 'type: 选择 }', 'choices_mismatch'],
  [
    'a handover that stays open',
    'handover: { exit: gone, to: closed }',
    'handover: { exit: gone, to: work }',
    'handover_stays_open',
  ],
  ['a time of a state that is left', 'to: work, asks', 'to: work, time: 延长, asks', 'time_of_left_state'],
]

test.each(faults)('%s is found', (_, from, to, code) => {
  expect(replaced(from, to)).toContain(code)
})

test('a state from which no case ever ends is found', () => {
  const trapped = caseworkPack
    .replace(
      '      - { id: closed,',
      '      - { id: trap, title: 绕圈, owner: 县, clock: rest }\n      - { id: closed,',
    )
    .replace('from: [review], to: work', 'from: [review, trap], to: trap')
  expect(codesOf(trapped)).toEqual(['dead_end'])
})

test('a fault is told with its line and with what to write', () => {
  const { pack, source } = parsePack([
    { path: 'casework.yaml', text: caseworkPack.replace('clock: work }', 'clock: wrok }') },
  ])
  const [problem] = pack === undefined ? [] : validatePack(pack, source)
  expect(problem).toMatchObject({ file: 'casework.yaml', suggestion: '是否为“work”？' })
  const line = caseworkPack.split('\n').findIndex((text) => text.includes('id: work, title: 劝返中'))
  expect(problem?.line).toBe(line + 1)
})
