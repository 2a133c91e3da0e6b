import type { LettersIssued, YearlySet } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { DocumentDialog, DocumentLine } from './document-dialog.tsx'

/** Series, day and office of the letters that are issued; they are signed by one's own unit unless told otherwise. */
export function LettersDialog({ set, close }: { set: YearlySet; close: () => void }): ReactNode {
  const { person } = useSession()
  return (
    <DocumentDialog<LettersIssued>
      {...{ set, close }}
      title={says.letters}
      hint={says.lettersHint}
      okText={says.lettersOk}
      path="letters"
      done={says.lettersDone}
      initial={{ office: person.unit_name }}
    >
      <DocumentLine name="series" most={40} pattern={/^\S+〔\d{4}〕$/} message={says.seriesRule} />
      <DocumentLine name="office" most={100} />
    </DocumentDialog>
  )
}
