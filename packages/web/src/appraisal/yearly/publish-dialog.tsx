import type { Ranking } from '@eduduty/core/appraisal'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { yearlyMessages as says } from '../yearly-messages.ts'
import { DocumentDialog, DocumentLine } from './document-dialog.tsx'

/** Number and day of the document that publishes the ranking; says so where it is published already, or leaves units out. */
export function PublishDialog({ ranking, close }: { ranking: Ranking; close: () => void }): ReactNode {
  const { set, published, unranked } = ranking
  return (
    <DocumentDialog<Ranking>
      {...{ set, close }}
      title={says.publish}
      hint={published === undefined ? says.publishHint : says.publishedHint(published)}
      okText={says.ok}
      path="publication"
      done={says.publishDone}
    >
      {unranked.length > 0 && (
        <Alert type="warning" showIcon title={says.incomplete(unranked.map(({ unit }) => unit))} />
      )}
      <DocumentLine name="document_no" most={100} />
      {unranked.length > 0 && <ReasonField label={says.fields.reason} most={400} />}
    </DocumentDialog>
  )
}
