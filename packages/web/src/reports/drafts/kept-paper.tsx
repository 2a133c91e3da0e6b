import { type DraftContent, titleOf } from '@eduduty/core/reports'
import { lazy, type ReactNode, Suspense } from 'react'
import { Loading } from '../../platform/shell/loading.tsx'
import { PaperTable } from './paper-table.tsx'
import { ReadPieces } from './read-pieces.tsx'
import { ReportImprint } from './report-imprint.tsx'

const DrawnChart = lazy(async () => ({ default: (await import('./drawn-chart.tsx')).DrawnChart }))

/** A version of a report as it was, whole: its words, its tables and its charts. */
export function KeptPaper({ content }: { content: DraftContent }): ReactNode {
  const { title, addressee, signer, date, number, imprint, blocks } = content
  return (
    <article className="report-paper">
      {number !== undefined && <p className="report-number">{number}</p>}
      <h2 className="report-title">{title}</h2>
      {addressee !== undefined && <p className="report-addressee">{addressee}</p>}
      {blocks.map((block) => (
        <KeptBlock key={block.id} block={block} />
      ))}
      {signer !== undefined && <p className="report-signer">{signer}</p>}
      {date !== undefined && <p className="report-signer">{date}</p>}
      {imprint !== undefined && <ReportImprint imprint={imprint} />}
    </article>
  )
}

function KeptBlock({ block }: { block: DraftContent['blocks'][number] }): ReactNode {
  if (block.kind === 'heading') return <h3 className={`report-heading report-heading-${block.level}`}>{block.text}</h3>
  if (block.kind === 'paragraph')
    return (
      <p className="report-text">
        <ReadPieces pieces={block.pieces} />
      </p>
    )
  return (
    <figure className="report-table">
      <figcaption>{titleOf(block)}</figcaption>
      {block.kind === 'table' ? (
        <PaperTable block={block} />
      ) : (
        <Suspense fallback={<Loading />}>
          <DrawnChart chart={block.chart} />
        </Suspense>
      )}
    </figure>
  )
}
