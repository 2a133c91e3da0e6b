import type { NeedRow, NeedsWaived } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey, needsPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.waive

interface WaiveDialogProps {
  readonly county: string
  readonly needs: readonly Pick<NeedRow, 'need'>[]
  /** False: they are needed again. */
  readonly waived: boolean
  readonly close: () => void
  readonly done: () => void
}

/** Says of some materials that they are not needed here, or are again, and why: all of them, or none. */
export function WaiveDialog({ county, needs, waived, close, done }: WaiveDialogProps): ReactNode {
  const change = useChange<NeedsWaived>(archiveKey)
  const words = waived ? says.waived : says.again
  const tell = ({ changed, same }: NeedsWaived): string =>
    [words.done(changed), ...(same === 0 ? [] : [words.same(same)])].join('；')
  return (
    <FormDialog<{ reason: string }>
      title={words.title}
      hint={words.hint(needs.length)}
      okText={words.ok}
      busy={change.isPending}
      submit={({ reason }) =>
        change.mutate(
          {
            path: `${needsPath(county)}/waiving`,
            body: { needs: needs.map(({ need }) => need), waived, reason },
            done: tell,
            shown: true,
          },
          { onSuccess: done },
        )
      }
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
