import { REASON_MOST } from '@eduduty/core/collection'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { EffectsPart } from '../review/effects-part.tsx'
import { useDeed } from '../use-deed.ts'
import { useDesk } from './desk-context.ts'
import { fillMessages, fillMessages as says } from './messages.ts'
import type { ForwardDeed } from './permits.ts'
import { keyOf, taskPath } from './task-queries.ts'

const steps = {
  submit: { path: 'submit', title: says.opinion.submitTitle, hint: says.opinion.submitHint },
  approve_first: { path: 'first-review', title: says.opinion.approve_firstTitle, hint: says.opinion.approve_firstHint },
  approve: { path: 'review', title: says.opinion.approveTitle, hint: says.opinion.approveHint },
  freeze: { path: 'freeze', title: says.opinion.freezeTitle, hint: says.opinion.freezeHint },
} as const

/** Brings the table one step on, with an opinion if there is one. */
export function ForwardDialog({ deed, close }: { deed: ForwardDeed; close: () => void }): ReactNode {
  const { task } = useDesk().detail
  const go = useDeed()
  const { path, title, hint } = steps[deed]
  const isCorrection = task.version > 1 && (deed === 'approve' || deed === 'freeze')
  return (
    <FormDialog<{ reason?: string }>
      title={title(task.title)}
      hint={hint}
      okText={says.actions[deed]}
      busy={go.isPending}
      submit={({ reason = '' }) =>
        go.mutate(
          { path: `${taskPath(keyOf(task))}/${path}`, body: { reason }, done: says.actions.done[deed] },
          { onSuccess: close },
        )
      }
      close={close}
      {...(isCorrection && { width: 720 })}
    >
      {isCorrection && <EffectsPart />}
      <ReasonField label={says.opinion.field} isOptional most={REASON_MOST} />
    </FormDialog>
  )
}

export function WithdrawDialog({ close }: { close: () => void }): ReactNode {
  const { task } = useDesk().detail
  const withdraw = useDeed()
  return (
    <FormDialog<{ reason: string }>
      title={says.reason.withdrawTitle}
      hint={says.reason.withdrawHint}
      okText={says.actions.withdraw}
      busy={withdraw.isPending}
      submit={({ reason }) =>
        withdraw.mutate(
          { path: `${taskPath(keyOf(task))}/withdrawal`, body: { reason }, done: says.actions.done.withdraw },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
