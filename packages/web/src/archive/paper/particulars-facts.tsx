import {
  type Particulars,
  paperKindTitles,
  personalClassTitles,
  retentionTitles,
  secrecyTitles,
} from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.particulars

/** What is written about a paper, to be read. */
export function ParticularsFacts({ particulars }: { particulars: Particulars }): ReactNode {
  const { personal, is_redacted: isRedacted } = particulars
  const masked = personal === 'none' ? '' : isRedacted ? says.redacted : says.unredacted
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [says.kind, paperKindTitles[particulars.kind]],
    [says.documentNo, particulars.document_no],
    [says.issuer, particulars.issuer],
    [says.madeOn, particulars.made_on],
    [says.validUntil, particulars.valid_until],
    [says.personal, [personalClassTitles[personal], masked].filter((part) => part !== '').join('，')],
    [says.secrecy, secrecyTitles[particulars.secrecy]],
    [says.boxNo, particulars.box_no],
    [says.retention, particulars.retention && retentionTitles[particulars.retention]],
    [says.pages, particulars.pages === undefined ? undefined : String(particulars.pages)],
    [says.keeper, particulars.keeper],
  ]
  return (
    <dl className="facts facts-columns">
      {pairs.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === undefined || value === '' ? archiveMessages.none : value}</dd>
        </div>
      ))}
      {particulars.note !== '' && (
        <div className="archive-note">
          <dt>{says.note}</dt>
          <dd>{particulars.note}</dd>
        </div>
      )}
    </dl>
  )
}
