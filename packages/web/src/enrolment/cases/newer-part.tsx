import type { CaseChangeBody, CaseView } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { oneCaseMessages } from './case-messages.ts'
import { casePath, casesKey } from './case-queries.ts'

const says = oneCaseMessages.definition

interface NewerProps {
  readonly view: CaseView
  readonly newer: NonNullable<CaseView['newer']>
}

/** That a newer definition is in force than the one of this case, what it asks otherwise, and the way over to it. */
export function NewerPart({ view, newer }: NewerProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {says.newer(newer.version)}
      <p className="note">{says.changes(newer.changes)}</p>
      {!newer.is_possible && <p className="note">{says.impossible}</p>}
      {newer.may && (
        <Button size="small" onClick={() => setOpen(true)}>
          {says.action}
        </Button>
      )}
      {isOpen && <ChangeDialog view={view} newer={newer} close={() => setOpen(false)} />}
    </>
  )
}

function ChangeDialog({ view: { row }, newer, close }: NewerProps & { close: () => void }): ReactNode {
  const change = useChange<unknown>(casesKey)
  return (
    <FormDialog<CaseChangeBody>
      title={says.title(newer.version)}
      hint={says.hint}
      okText={says.ok}
      busy={change.isPending}
      submit={(body) =>
        change.mutate(
          { path: `${casePath(row.county, row.case)}/definition`, body, done: says.done },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <p className="note">{says.changes(newer.changes)}</p>
      <ReasonField label={says.reason} />
    </FormDialog>
  )
}
