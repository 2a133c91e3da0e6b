import type { Ranking } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { DocumentDialog, DocumentLine } from './document-dialog.tsx'

/** Number and day of the document that publishes the ranking; says so where it is published already. */
export function PublishDialog({ ranking, close }: { ranking: Ranking; close: () => void }): ReactNode {
  const { set, published } = ranking
  return (
    <DocumentDialog<Ranking>
      {...{ set, close }}
      title={says.publish}
      hint={published === undefined ? says.publishHint : says.publishedHint(published)}
      okText={says.ok}
      path="publication"
      done={says.publishDone}
    >
      <DocumentLine name="document_no" most={100} />
    </DocumentDialog>
  )
}
