import type { LettersIssued, Ranking } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { DocumentDialog, DocumentLine } from './document-dialog.tsx'

/** Series, day and office of the letters that are issued: as on the last ones, else one's own unit. */
export function LettersDialog({ ranking, close }: { ranking: Ranking; close: () => void }): ReactNode {
  const { person } = useSession()
  const { set, letter_words: words } = ranking
  return (
    <DocumentDialog<LettersIssued>
      {...{ set, close }}
      title={says.letters}
      hint={says.lettersHint}
      okText={says.lettersOk}
      path="letters"
      done={says.lettersDone}
      initial={{ series: words?.series ?? '', office: words?.office ?? person.unit_name }}
    >
      <DocumentLine name="series" most={40} pattern={/^\S+〔\d{4}〕$/} message={says.seriesRule} />
      <DocumentLine name="office" most={100} />
    </DocumentDialog>
  )
}
