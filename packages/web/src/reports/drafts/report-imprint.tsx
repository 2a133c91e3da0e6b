import type { DraftContent } from '@eduduty/core/reports'
import type { ReactNode } from 'react'
import { draftMessages as says } from './messages.ts'

/** 版记 at the foot of the report, as it will be printed; nothing where nothing of it is known. */
export function ReportImprint({ imprint }: { imprint: NonNullable<DraftContent['imprint']> }): ReactNode {
  const { copies = '', office = '', printed = '' } = imprint
  if (`${copies}${office}${printed}` === '') return null
  return (
    <footer className="report-imprint">
      {copies !== '' && (
        <p>
          {says.imprint.copies}
          {copies}
        </p>
      )}
      {`${office}${printed}` !== '' && (
        <p>
          <span>{office}</span>
          {printed !== '' && (
            <span>
              {printed}
              {says.imprint.printed}
            </span>
          )}
        </p>
      )}
    </footer>
  )
}
