import type { DutyPlan, PlanRulesBody } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { dutiesKey, planPath } from '../duty-queries.ts'
import { dutyMessages } from '../messages.ts'
import { PlanRuleFields } from '../plan-rule-fields.tsx'

const says = dutyMessages.rules

interface Values extends Omit<PlanRulesBody, 'answer_days'> {
  /** Null where the field was emptied. */
  readonly answer_days?: number | null
}

/** Changes what the county has set for the year. */
export function RulesDialog({ plan, close }: { plan: DutyPlan; close: () => void }): ReactNode {
  const change = useChange<DutyPlan>(dutiesKey)
  const { soon_days, silent_days, answer_days = null } = plan
  return (
    <FormDialog<Values>
      title={says.title}
      okText={says.ok}
      busy={change.isPending}
      initial={{ soon_days, silent_days, answer_days }}
      submit={({ answer_days: answer = null, ...values }) =>
        change.mutate(
          {
            path: `${planPath(plan)}/rules`,
            method: 'PUT',
            body: { ...values, ...(answer !== null && { answer_days: answer }) },
            done: says.done,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <PlanRuleFields />
    </FormDialog>
  )
}
