import { type AnswerRow, yesNo } from '../answers.ts'
import { inventPerson } from '../rosters/invented-people.ts'

interface Cohort {
  readonly seed: string
  readonly year: number
  readonly code: string
  readonly name: string
  readonly stage: '小学' | '初中'
  readonly entrants: number
  readonly movedIn: number
  readonly movedOut: number
  readonly graduates: number
}

/** 学届名册: the class of a school that left this year, each pupil once, as its form counts them. `seed`: whom it is invented from. */
export function cohortRows(forms: readonly AnswerRow[], year: number, seed = 'cohort'): AnswerRow[] {
  return forms.flatMap(({ answers }) => {
    const school = { seed, year, code: String(answers.school_code), name: String(answers.school_name) }
    const number = (column: string): number => Number(answers[column] ?? 0)
    const sixth = Math.floor(number('primary_pupils') / 6)
    const moved = Math.floor(sixth / 40)
    const isPoint = answers.school_type === '小学教学点' || school.name.endsWith('教学点')
    return [
      ...(sixth === 0 || isPoint
        ? []
        : rowsOf({ ...school, stage: '小学', entrants: sixth, movedIn: moved, movedOut: moved, graduates: sixth })),
      ...(number('entrants') === 0
        ? []
        : rowsOf({
            ...school,
            stage: '初中',
            entrants: number('entrants'),
            movedIn: number('transfers_in'),
            movedOut: number('transfers_out'),
            graduates: number('graduates'),
          })),
    ]
  })
}

function rowsOf(cohort: Cohort): AnswerRow[] {
  const { seed, year, code, name, stage, entrants, movedIn, movedOut, graduates } = cohort
  const years = stage === '小学' ? 6 : 3
  return Array.from({ length: entrants + movedIn }, (_, k): AnswerRow => {
    const person = inventPerson(`${seed}/${code}/${stage}/${k}`, year - (stage === '小学' ? 13 : 16), k)
    const cohort_no = `${stage === '小学' ? 'P' : 'C'}${String(k + 1).padStart(4, '0')}`
    const came = k >= entrants
    const outcome = outcomeOf(cohort, k)
    return {
      register: 'cohort_roster',
      year,
      unit: `${code}/${cohort_no}`,
      answers: {
        school_code: code,
        school_name: name,
        cohort_no,
        cohort_stage: stage,
        entry_year: year - years,
        pupil_no: `G${person.idNumber}`,
        pupil_name: person.name,
        id_number: person.idNumber,
        cohort_entry: came ? '转入' : '起始年级入学',
        joined_on: `${year - (came ? 1 : years)}-09-01`,
        cohort_outcome: outcome,
        ...(outcome === '毕业' ? { outcome_on: `${year}-07-01` } : {}),
        ...(outcome === '转出' ? { destination: '邻县实验学校（虚构）', outcome_proof: '转学联系函' } : {}),
        ...(came || outcome === '转出' ? { within_county: yesNo(false) } : {}),
      },
    }
  })

  function outcomeOf({ name }: Cohort, k: number): string {
    if (k < movedOut) return '转出'
    if (k >= entrants + movedIn - graduates) return '毕业'
    if (k === movedOut && name === '石桥镇初级中学') return '辍学'
    if (k === movedOut && name === '南山乡初级中学') return '去向不明'
    return '在读（留级、复学后在低年级）'
  }
}
