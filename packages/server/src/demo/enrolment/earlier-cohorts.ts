import type { AnswerRow, Answers } from '../answers.ts'
import { years } from '../county.ts'
import { figuresOf } from '../demo-rows.ts'
import { schoolRows } from '../school-answers.ts'
import { cohortRows } from './cohort-rows.ts'

interface Planted {
  readonly year: number
  readonly school: string
  readonly stage: '小学' | '初中'
  /** Which of those who would have graduated, from the first. */
  readonly place: number
  readonly came?: Answers
  readonly went: Answers
}

const toJunior = '南山乡初级中学'

/** Pupils of earlier classes who did not simply stay until the end. */
const planted: readonly Planted[] = [
  {
    year: 2024,
    school: '石桥镇初级中学',
    stage: '初中',
    place: 3,
    went: {
      cohort_outcome: '转出',
      outcome_on: '2023-02-20',
      destination: toJunior,
      within_county: '是',
      outcome_proof: '转学联系函',
    },
  },
  {
    year: 2024,
    school: toJunior,
    stage: '初中',
    place: 2,
    came: { cohort_entry: '转入', joined_on: '2023-02-20', within_county: '是' },
    went: {},
  },
  {
    year: 2024,
    school: '石桥镇初级中学',
    stage: '初中',
    place: 7,
    went: { cohort_outcome: '休学', outcome_on: '2024-03-04', outcome_proof: '医疗证明、休学批准' },
  },
  {
    year: 2024,
    school: '石桥镇初级中学',
    stage: '初中',
    place: 11,
    went: {
      cohort_outcome: '在读（留级、复学后在低年级）',
      destination: '八年级（辍学后复学）',
      outcome_proof: '复学证明',
    },
  },
  {
    year: 2023,
    school: '石桥镇初级中学',
    stage: '初中',
    place: 5,
    went: { cohort_outcome: '死亡', outcome_on: '2021-07-18', outcome_proof: '户籍注销证明' },
  },
  {
    year: 2023,
    school: toJunior,
    stage: '初中',
    place: 4,
    went: { cohort_outcome: '辍学', outcome_on: '2022-09-01', destination: '随亲属外出' },
  },
  {
    year: 2024,
    school: '石桥镇中心小学',
    stage: '小学',
    place: 6,
    went: { cohort_outcome: '出国出境', outcome_on: '2022-08-25', outcome_proof: '出境证明' },
  },
  {
    year: 2023,
    school: '石桥镇中心小学',
    stage: '小学',
    place: 9,
    went: {
      cohort_outcome: '转出',
      outcome_on: '2021-08-30',
      destination: '邻县实验学校（虚构）',
      within_county: '否',
      outcome_proof: '转学联系函',
    },
  },
]

/** 学届名册 of the classes that left in the years before the judged one, of the schools that `isOwn` names. */
export function earlierCohorts(isOwn: (school: string) => boolean): readonly AnswerRow[] {
  return years.slice(0, -1).flatMap((year) => {
    const forms = figuresOf(year)
      .filter(({ school }) => isOwn(school.name))
      .flatMap(schoolRows)
      .filter(({ register }) => register === 'school_form')
    return plantIn(cohortRows(forms, year, `cohort/${year}`))
  })
}

function plantIn(rows: readonly AnswerRow[]): AnswerRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const { school_name: school, cohort_stage: stage, cohort_outcome: outcome, cohort_entry: entry } = row.answers
    if (outcome !== '毕业' || entry !== '起始年级入学') return row
    const key = `${String(school)} ${String(stage)}`
    const place = (seen.get(key) ?? 0) + 1
    seen.set(key, place)
    const own = planted.find(
      (one) => one.year === row.year && `${one.school} ${one.stage}` === key && one.place === place,
    )
    return own === undefined ? row : withStory(row, own)
  })
}

/** A pupil with another way in or out than the rest; nobody leaves on the day of the others' graduation. */
function withStory(row: AnswerRow, { came, went }: Planted): AnswerRow {
  const { outcome_on: _, ...answers } = row.answers
  const day = 'cohort_outcome' in went ? {} : row.answers
  return { ...row, answers: { ...answers, ...day, ...came, ...went } }
}
