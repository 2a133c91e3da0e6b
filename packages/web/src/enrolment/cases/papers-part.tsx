import type { CaseView } from '@eduduty/core/enrolment'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { oneCaseMessages } from './case-messages.ts'
import { caseFilePath } from './case-queries.ts'

const says = oneCaseMessages.papers

/** Letters and records that steps have drawn up, to be downloaded. */
export function PapersPart({ view: { row, papers } }: { view: CaseView }): ReactNode {
  const { columns } = says
  const mayReadArchive = useMay()('archive.read')
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      {papers.length === 0 && <p className="muted">{says.empty}</p>}
      {papers.length > 0 && (
        <table className="plain">
          <thead>
            <tr>
              <th>{columns.title}</th>
              <th>{columns.on}</th>
              <th className="screen-only" aria-label={says.download} />
            </tr>
          </thead>
          <tbody>
            {papers.map(({ paper, title, number, unit_name: unit, on, is_filed: isFiled }) => (
              <tr key={paper}>
                <td>
                  {title}
                  <div className="muted">{[number, unit].filter((word) => word !== '').join('　')}</div>
                </td>
                <td className="number">{on}</td>
                <td className="screen-only case-paper-deeds">
                  <MakeFileButton
                    label={says.download}
                    title={title}
                    path={caseFilePath(row.county, row.case, paper)}
                    name={says.file(number, title)}
                  />
                  {isFiled && mayReadArchive && (
                    <Link className="apart" to="/archive/papers" search={{ county: row.county, paper }}>
                      {says.filed}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
