import { REASON_MOST } from '@eduduty/core/collection'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { fillMessages } from '../fill/messages.ts'
import { useDeed } from '../use-deed.ts'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'
import { periodPath } from './period-queries.ts'

type DialogProps = PeriodActionsProps & { close: () => void }

/** Freezes everything that has passed its review. */
export function FreezeDialog({ periodKey, progress, close }: DialogProps): ReactNode {
  const freeze = useDeed<{ tasks: number }>()
  const says = periodMessages.freeze
  return (
    <FormDialog<{ reason?: string }>
      title={says.title}
      hint={says.hint(progress.period.states.verified ?? 0)}
      okText={says.ok}
      busy={freeze.isPending}
      submit={({ reason = '' }) =>
        freeze.mutate(
          {
            path: `${periodPath(periodKey)}/freeze`,
            body: { reason },
            done: ({ tasks }) => says.done(tasks),
            shown: true,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={fillMessages.opinion.field} isOptional most={REASON_MOST} />
    </FormDialog>
  )
}

/** Ends a period: nothing new is taken any more. */
export function CloseDialog({ periodKey, close }: DialogProps): ReactNode {
  const end = useDeed()
  const says = periodMessages.closing
  return (
    <FormDialog<{ reason: string }>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      danger
      busy={end.isPending}
      submit={({ reason }) =>
        end.mutate(
          { path: `${periodPath(periodKey)}/close`, body: { reason }, done: says.done, shown: true },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
    </FormDialog>
  )
}
