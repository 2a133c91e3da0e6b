import type { AnswerRow, Answers } from '../answers.ts'
import { townshipArea } from '../staff/demo-areas.ts'
import { type CaseStory, caseStories } from './case-stories.ts'
import { inventedNumber } from './invented-number.ts'

/** The first sign of the code of a class, by what a story calls the grade. */
const gradeSigns = { 初一: '7', 初二: '8' } as const

const isOpen = ({ steps }: CaseStory): boolean => steps.at(-1)?.step !== 'confirm_exit'

/**
 * The rosters with the children of the demo's open cases in them: each takes the place of a pupil of its school, sex and
 * grade whom no other register names, keeps its roll and is 辍学 in 适龄儿童少年名册, as the township's counts say too. Two
 * stay out of it and are told as 人账不符: one never went to school, one has just come back from another township.
 */
export function withCaseChildren(rows: readonly AnswerRow[]): AnswerRow[] {
  const changed = new Map<AnswerRow, Answers>()
  const times = timesNamed(rows)
  const children = new Map(
    rows.flatMap((row) => (row.register === 'child_register' ? [[String(row.answers.id_number), row] as const] : [])),
  )
  for (const story of caseStories.filter((one) => isOpen(one) && one.township === '石桥镇')) {
    const pupil = rows.findLast((row) => fits(row, story) && times.get(numberOf(row)) === 2 && !changed.has(row))
    const child = pupil === undefined ? undefined : children.get(numberOf(pupil))
    if (pupil === undefined || child?.answers.township_code !== townshipArea('石桥镇')) continue
    const id_number = inventedNumber(story)
    const same = { id_number, birth_on: story.bornOn, guardian: story.guardian }
    changed.set(pupil, { ...pupil.answers, ...same, pupil_name: story.name, pupil_no: `G${id_number}` })
    const { name: child_name, village } = story
    changed.set(child, { ...child.answers, ...same, child_name, village, child_state: '辍学', visit_count: 1 })
  }
  const out = changed.size / 2
  return rows.map((row) => {
    const answers = changed.get(row)
    if (answers !== undefined) return { ...row, answers }
    const isCounted = row.register === 'township_basics' && row.answers.township_code === townshipArea('石桥镇')
    return isCounted ? { ...row, answers: countedOut(row.answers, out) } : row
  })
}

const numberOf = ({ answers }: AnswerRow): string => String(answers.id_number ?? '')

/** In how many rows of all registers a number stands. */
function timesNamed(rows: readonly AnswerRow[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const row of rows) times.set(numberOf(row), (times.get(numberOf(row)) ?? 0) + 1)
  return times
}

function fits({ register, answers }: AnswerRow, { school, sex, grade = '' }: CaseStory): boolean {
  const sign = Object.entries(gradeSigns).find(([word]) => grade.startsWith(word))?.[1]
  return (
    register === 'pupil_roster' &&
    answers.school_name === school &&
    answers.gender === sex &&
    answers.pupil_state === '在校' &&
    sign !== undefined &&
    String(answers.pupil_class).startsWith(sign)
  )
}

const countedOut = (answers: Answers, out: number): Answers => ({
  ...answers,
  children_inside: Number(answers.children_inside ?? 0) - out,
  children_not_enrolled: Number(answers.children_not_enrolled ?? 0) + out,
})
