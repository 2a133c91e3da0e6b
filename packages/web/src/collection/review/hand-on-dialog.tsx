import { REASON_MOST } from '@eduduty/core/collection'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { useDesk } from '../fill/desk-context.ts'
import { fillMessages } from '../fill/messages.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'
import { ReviewerField } from './reviewer-select.tsx'

/** Gives the review to somebody else. */
export function HandOnDialog({ close }: { close: () => void }): ReactNode {
  const { task } = useDesk().detail
  const may = useMay()
  const handOn = useDeed()
  const isFirst = task.holder.side === 'first_review' && !may('collection.review')
  const path = `${taskPath(keyOf(task))}/${isFirst ? 'first-hand-on' : 'hand-on'}`
  return (
    <FormDialog<{ person_id: string; reason: string }>
      title={reviewMessages.handOn.title}
      hint={reviewMessages.handOn.hint}
      okText={fillMessages.actions.hand_on}
      busy={handOn.isPending}
      submit={(body) => handOn.mutate({ path, body, done: fillMessages.actions.done.handOn }, { onSuccess: close })}
      close={close}
    >
      <ReviewerField list={isFirst ? 'first-reviewers' : 'reviewers'} />
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
