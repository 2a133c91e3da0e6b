import type { DraftParagraph, DraftPiece } from '@eduduty/core/reports'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { looked } from './edited-content.ts'
import { draftMessages as says } from './messages.ts'
import { pieceKey } from './read-pieces.tsx'
import { ReportFigure } from './report-figure.tsx'
import type { ReportDesk } from './use-report.ts'

interface ParagraphTextProps {
  readonly block: DraftParagraph
  readonly desk: ReportDesk
  /** Absent where nothing may be written. */
  readonly edit?: () => void
}

/** A paragraph to be read: figures are marked, and what new figures did to it stands below. */
export function ParagraphText({ block, desk, edit }: ParagraphTextProps): ReactNode {
  const isRead = edit === undefined
  const pieces = block.pieces.map((piece, at) => <Piece key={pieceKey(piece, at)} piece={piece} isRead={isRead} />)
  const text = pieces.length === 0 ? <span className="muted">{says.emptyParagraph}</span> : pieces
  return (
    <>
      {isRead ? (
        <p className="report-text">{text}</p>
      ) : (
        <button type="button" className="report-text report-open" title={says.edit} onClick={edit}>
          {text}
        </button>
      )}
      <Marks block={block} desk={desk} mayWrite={!isRead} />
    </>
  )
}

/** In a paragraph that a click opens, a number is no way to anywhere else. */
function Piece({ piece, isRead }: { piece: DraftPiece; isRead: boolean }): ReactNode {
  if (piece.bound === undefined) return piece.text
  if (piece.was === undefined && isRead) return <ReportFigure piece={piece} />
  if (piece.was === undefined) return <span className="report-figure">{piece.text}</span>
  return (
    <mark className="report-figure report-changed" title={says.was(piece.was)}>
      {piece.text}
      <span className="report-was">{says.was(piece.was)}</span>
    </mark>
  )
}

function Marks({ block, desk, mayWrite }: { block: DraftParagraph; desk: ReportDesk; mayWrite: boolean }): ReactNode {
  const hasChanges = block.former !== undefined || block.pieces.some(({ was }) => was !== undefined)
  const { suggested } = block
  if (!hasChanges && suggested === undefined) return null
  return (
    <div className="report-marks">
      {block.former !== undefined && <p className="muted">{says.formerly(block.former)}</p>}
      {suggested !== undefined && (
        <p>
          <span className="muted">{says.suggestion}：</span>
          {suggested.map(({ text }) => text).join('')}
        </p>
      )}
      {mayWrite && suggested === undefined && (
        <Button size="small" onClick={() => desk.save(looked(block.id))}>
          {says.looked}
        </Button>
      )}
      {mayWrite && suggested !== undefined && (
        <>
          <Button size="small" type="primary" onClick={() => desk.save(looked(block.id, suggested))}>
            {says.take}
          </Button>
          <Button size="small" onClick={() => desk.save(looked(block.id))}>
            {says.leave}
          </Button>
        </>
      )}
    </div>
  )
}
