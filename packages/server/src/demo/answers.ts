import type { DraftValue } from './sheet-draft.ts'

/** One row of a register as it will be written: column id → value. A missing id is a blank cell. */
export type Answers = Readonly<Record<string, DraftValue>>

/** One row bound for a register, with the unit it belongs to (学校代码, 科目, 项目编号 … or the county's code). */
export interface AnswerRow {
  readonly register: string
  readonly year: number
  readonly unit: string
  readonly answers: Answers
}

export function yesNo(truth: boolean): string {
  return truth ? '是' : '否'
}
