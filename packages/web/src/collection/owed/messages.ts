import type { TaskState } from '@eduduty/core/collection/tasks'

interface Standing {
  readonly unit: string
  readonly due: string
}

/** Where a form stands that somebody still owes, and what has to be done with it by whom. */
export const owedMessages = {
  open: (title: string) => `打开${title}`,
  standing: {
    not_started: ({ unit, due }) => `${unit}还没有填报，截止 ${due}`,
    filling: ({ unit, due }) => `${unit}正在填报，截止 ${due}`,
    returned: ({ unit, due }) => `已退回，由${unit}改正后重新上报，截止 ${due}`,
    submitted: ({ unit }) => `已上报待审：审核人退回后由${unit}补填`,
    first_reviewed: ({ unit }) => `已初审：审核人退回后由${unit}补填`,
    verified: ({ unit }) => `已审核：审核人退回后由${unit}补填`,
    frozen: ({ unit }) => `已冻结：由${unit}申请更正后补填`,
  } satisfies Record<TaskState, (standing: Standing) => string>,
} as const
