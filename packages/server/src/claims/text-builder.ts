import type { ReportText, Span, TextBlock, TextCell } from '@eduduty/core/claims'

/** Puts the text of a report together, remembering where its paragraphs and cells are. */
export class TextBuilder {
  private readonly parts: string[] = []
  private readonly blocks: TextBlock[] = []
  private length = 0

  addParagraph(text: string): void {
    if (text.trim() === '') return
    this.blocks.push({ kind: 'paragraph', pieces: [this.append(text)] })
    this.append('\n')
  }

  /** `cells` in reading order. */
  addTable(cells: readonly (Omit<TextCell, keyof Span> & { readonly text: string })[]): void {
    let row = cells[0]?.row ?? 0
    const placed = cells.map(({ text, ...place }): TextCell => {
      if (place.row !== row) this.append('\n')
      row = place.row
      const span = this.append(text)
      this.append('\t')
      return { ...place, ...span }
    })
    this.append('\n')
    if (placed.length > 0) this.blocks.push({ kind: 'table', cells: placed })
  }

  finish(): ReportText {
    return { text: this.parts.join(''), blocks: this.blocks }
  }

  private append(text: string): Span {
    const start = this.length
    this.parts.push(text)
    this.length += text.length
    return { start, end: this.length }
  }
}
