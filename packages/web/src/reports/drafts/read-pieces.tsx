import type { DraftPiece } from '@eduduty/core/reports'
import type { ReactNode } from 'react'
import { ReportFigure } from './report-figure.tsx'

/** Words of a paragraph whose numbers lead to where they come from. */
export function ReadPieces({ pieces }: { pieces: readonly DraftPiece[] }): ReactNode {
  return pieces.map((piece, at) => <ReadPiece key={pieceKey(piece, at)} piece={piece} />)
}

export const pieceKey = (piece: DraftPiece, at: number): string => `${at} ${piece.bound?.formula ?? ''}`

const ReadPiece = ({ piece }: { piece: DraftPiece }): ReactNode =>
  piece.bound === undefined ? piece.text : <ReportFigure piece={piece} />
