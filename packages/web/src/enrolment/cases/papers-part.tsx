import type { CaseView } from '@eduduty/core/enrolment'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { fetchFile, queryString } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { oneCaseMessages } from './case-messages.ts'
import { caseFilePath } from './case-queries.ts'

const says = oneCaseMessages.papers

/** Letters and records that steps have drawn up, to be downloaded. */
export function PapersPart({ view: { row, papers, destroyed_on: destroyedOn } }: { view: CaseView }): ReactNode {
  const { columns } = says
  const mayReadArchive = useMay()('archive.read')
  return (
    <section className="panel-section">
      <h3>{says.title}</h3>
      {papers.length === 0 && (
        <p className="muted">{destroyedOn === undefined ? says.empty : says.destroyed(destroyedOn)}</p>
      )}
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
                  <Download
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

interface DownloadProps {
  readonly title: string
  /** Below /api. */
  readonly path: string
  readonly name: string
}

/** Hands a paper over for a written reason, as for what is looked at unmasked: it names the child in full. */
function Download({ title, path, name }: DownloadProps): ReactNode {
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const get = useMutation({
    mutationFn: (reason: string) => fetchFile(`${path}${queryString({ reason })}`),
    onSuccess: (content) => {
      offerFile(content, name)
      setAsking(false)
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <>
      <Button size="small" aria-label={`${says.download} ${title}`} onClick={() => setAsking(true)}>
        {says.download}
      </Button>
      {isAsking && (
        <FormDialog<{ reason: string }>
          title={`${says.download}${title}`}
          hint={says.reasonHint}
          okText={says.download}
          busy={get.isPending}
          submit={({ reason }) => get.mutate(reason)}
          close={() => setAsking(false)}
        >
          <ReasonField />
        </FormDialog>
      )}
    </>
  )
}
