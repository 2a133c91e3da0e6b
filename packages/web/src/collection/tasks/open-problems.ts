import type { TaskDetail, TaskEntry } from '@eduduty/core/collection/tasks'

/** What is still to be done about the errors of a table: the one count that head, tab and list show. */
export interface OpenProblems {
  /** 强制性错误, refused cells among them: to be mended. */
  readonly hard: number
  /** 核实性错误 that wait for an explanation, or whose explanation was not accepted. */
  readonly unexplained: number
}

export const openProblems = ({ hard_errors, cell_errors, open_explanations }: TaskEntry): OpenProblems => ({
  hard: hard_errors + cell_errors,
  unexplained: open_explanations,
})

/** All that was found, also what is too much to be listed. */
export const allProblems = ({ blank_cells, cell_errors, hard_errors, soft_errors }: TaskEntry): number =>
  blank_cells + cell_errors + hard_errors + soft_errors

/** Returned cells that the unit has neither changed nor answered. */
export const openReturns = ({ returns }: Pick<TaskDetail, 'returns'>): number =>
  returns.filter((one) => !one.is_settled && !one.is_answered).length

/** The same of the findings that a page shows: those of the server, and those that the page found while it was typed. */
export const openFindings = ({ findings }: Pick<TaskDetail, 'findings'>): OpenProblems => ({
  hard: findings.filter(({ kind, severity }) => kind !== 'blank' && severity === 'hard').length,
  unexplained: findings.filter(
    ({ severity, explanation }) =>
      severity === 'soft' && (explanation === undefined || explanation.status === 'rejected'),
  ).length,
})
