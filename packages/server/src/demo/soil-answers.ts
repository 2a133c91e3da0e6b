import type { AnswerRow, Answers } from './answers.ts'
import { getSchool } from './county.ts'
import type { DraftValue } from './sheet-draft.ts'

export type Dirt = 'full_width' | 'separators' | 'text_numbers'

const dirtySchools: ReadonlyMap<string, Dirt> = new Map([
  [getSchool('石桥镇中心小学').code, 'full_width'],
  [getSchool('青竹镇初级中学').code, 'separators'],
  [getSchool('东河镇中心小学').code, 'text_numbers'],
])

/** How the figures of a school are soiled: readable by a person, and repaired with a note by the software. */
export function findDirt(unit: string): Dirt | undefined {
  return dirtySchools.get(unit.slice(0, 10))
}

export function soilAnswers(row: AnswerRow, dirt: Dirt): AnswerRow {
  const answers: Record<string, DraftValue> = {}
  for (const [column, value] of entriesOf(row.answers))
    answers[column] = typeof value === 'number' && value >= 0 ? soil(value, column, dirt) : value
  return { ...row, answers }
}

function entriesOf(answers: Answers): [string, DraftValue][] {
  return Object.entries(answers)
}

function soil(value: number, column: string, dirt: Dirt): DraftValue {
  switch (dirt) {
    case 'full_width':
      return [...String(value)]
        .map((digit) => (digit >= '0' && digit <= '9' ? String.fromCodePoint(digit.charCodeAt(0) + 0xfee0) : digit))
        .join('')
    case 'separators':
      return value >= 1000 && column !== 'founded_year' ? separated(value) : ` ${value} `
    case 'text_numbers':
      return String(value)
  }
}

function separated(value: number): string {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}
