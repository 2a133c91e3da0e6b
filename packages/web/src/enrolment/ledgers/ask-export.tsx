import { type ExportBody, type ExportView, type LedgerKind, ledgerTitles } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { exportsKey } from './ledger-queries.ts'
import type { LedgersSearch } from './ledger-search.ts'
import { ledgerMessages } from './messages.ts'

const says = ledgerMessages.exports

/** Asks for the ledger as it is narrowed now; a second person allows it where children below 14 are in it. */
export function AskExport(props: { path: string; ledger: LedgerKind; search: LedgersSearch }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const change = useChange<ExportView>(exportsKey)
  const { unit, state } = props.search
  const narrowed = { ...(unit !== undefined && { unit }), ...(state !== undefined && { state }) }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {says.ask}
      </Button>
      {isOpen && (
        <FormDialog<Pick<ExportBody, 'reason'>>
          title={says.askTitle(ledgerTitles[props.ledger])}
          hint={says.askHint}
          okText={says.ok}
          busy={change.isPending}
          submit={({ reason }) =>
            change.mutate(
              {
                path: props.path,
                body: { ...narrowed, reason },
                done: ({ state }) => (state === 'asked' ? says.asked : says.ready),
              },
              { onSuccess: () => setOpen(false) },
            )
          }
          close={() => setOpen(false)}
        >
          <ReasonField label={says.reason} />
        </FormDialog>
      )}
    </>
  )
}
