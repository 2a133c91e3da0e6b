import type { DraftPiece } from '@eduduty/core/reports'

const FIRST = 0xe000
const LAST = 0xf8ff

/** Signs of the private area that stand for figures while a paragraph is edited: one sign, so that none is torn apart. */
export class FigureSigns {
  private readonly pieces: DraftPiece[] = []

  /** The paragraph as one line of text, each figure one sign. */
  write(pieces: readonly DraftPiece[]): string {
    return pieces.map((piece) => (piece.bound === undefined ? piece.text : this.signOf(piece))).join('')
  }

  signOf(piece: DraftPiece): string {
    this.pieces.push(piece)
    return String.fromCharCode(Math.min(FIRST + this.pieces.length - 1, LAST))
  }

  find(sign: string): DraftPiece | undefined {
    return this.pieces[sign.charCodeAt(0) - FIRST]
  }

  /** The pieces of an edited line. Signs that stand for nothing here are left out. */
  read(line: string): readonly DraftPiece[] {
    const pieces: DraftPiece[] = []
    let words = ''
    const close = (): void => {
      if (words !== '') pieces.push({ text: words })
      words = ''
    }
    for (const sign of line) {
      if (!figureSign.test(sign)) words += sign
      else {
        close()
        const piece = this.find(sign)
        if (piece !== undefined) pieces.push(piece)
      }
    }
    close()
    return pieces
  }
}

export const figureSign = /[\ue000-\uf8ff]/
export const figureSigns = /[\ue000-\uf8ff]/g
