import type { ReportDetail } from '@eduduty/core/reports'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Loading } from '../../platform/shell/loading.tsx'
import { BlockTools } from './block-tools.tsx'
import type { ReportKey } from './draft-queries.ts'
import { withPieces } from './edited-content.ts'
import { HeadingLine } from './heading-line.tsx'
import { ParagraphText } from './paragraph-text.tsx'
import { ReportImprint } from './report-imprint.tsx'
import { TableOrChart } from './table-or-chart.tsx'
import type { ReportDesk } from './use-report.ts'

const ParagraphEditor = lazy(async () => {
  const { ParagraphEditor: Editor } = await import('./paragraph-editor.tsx')
  return { default: Editor }
})

interface ReportBodyProps {
  readonly report: ReportDetail
  readonly reportKey: ReportKey
  readonly desk: ReportDesk
  /** The block to which a link led. */
  readonly at: string | undefined
}

/** The report as on paper; a click on a paragraph opens it. */
export function ReportBody({ report, reportKey, desk, at }: ReportBodyProps): ReactNode {
  const [editing, setEditing] = useState<string>()
  const { title, addressee, signer, date, number, imprint, blocks } = report.content
  return (
    <article className="report-paper">
      {number !== undefined && <p className="report-number">{number}</p>}
      <h2 className="report-title">{title}</h2>
      {addressee !== undefined && <p className="report-addressee">{addressee}</p>}
      {blocks.map((block) => (
        <section key={block.id} id={`block-${block.id}`} className={blockClass(block.id === at)}>
          {block.kind === 'heading' && <HeadingLine block={block} desk={desk} mayWrite={report.may_write} />}
          {(block.kind === 'table' || block.kind === 'chart') && (
            <TableOrChart block={block} desk={desk} mayWrite={report.may_write} />
          )}
          {block.kind === 'paragraph' &&
            (editing === block.id ? (
              <Suspense fallback={<Loading />}>
                <ParagraphEditor
                  report={reportKey}
                  about={{ grain: report.grain, subject: report.subject }}
                  pieces={block.pieces}
                  leave={() => setEditing(undefined)}
                  done={async (pieces) => {
                    // Words that could not be saved stay in the open editor.
                    if (await desk.save(withPieces(block.id, pieces))) setEditing(undefined)
                  }}
                />
              </Suspense>
            ) : (
              <ParagraphText
                block={block}
                desk={desk}
                {...(report.may_write && { edit: () => setEditing(block.id) })}
              />
            ))}
          {editing !== block.id && (
            <BlockTools block={block} report={reportKey} desk={desk} mayWrite={report.may_write} opened={setEditing} />
          )}
        </section>
      ))}
      {signer !== undefined && <p className="report-signer">{signer}</p>}
      {date !== undefined && <p className="report-signer">{date}</p>}
      {imprint !== undefined && <ReportImprint imprint={imprint} />}
    </article>
  )
}

const blockClass = (isNamed: boolean): string => (isNamed ? 'report-block report-block-named' : 'report-block')
