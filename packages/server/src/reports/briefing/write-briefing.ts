import type { BriefingChapter, BriefingModel } from '@eduduty/core/documents'
import { type Book, writeBook } from '../../platform/docx/write-book.ts'
import { fixedZip } from '../../platform/fixed-zip.ts'

/** The whole book for everybody. */
export function writeBriefing(model: BriefingModel, date: string): Promise<Uint8Array> {
  return writeBook(bookOf(model, model.chapters), date)
}

/** One book for each department, in a zip. */
export async function writeBriefings(model: BriefingModel, date: string): Promise<Uint8Array> {
  const books = new Map<string, Uint8Array>()
  for (const [index, chapter] of model.chapters.entries()) {
    const name = chapter.post.replaceAll(/[\\/:*?"<>|\s]/gu, '')
    const no = String(index + 1).padStart(2, '0')
    books.set(`${no}-${name}.docx`, await writeBook(bookOf(model, [chapter]), date))
  }
  return fixedZip(books)
}

const bookOf = (model: BriefingModel, chapters: readonly BriefingChapter[]): Book => ({
  title: model.title,
  subtitle: `${model.county}　${model.year} 年度${chapters.length === 1 ? `　${chapters[0]?.post ?? ''}` : ''}`,
  chapters: chapters.map(({ post, intro, entries }) => ({
    heading: post,
    intro,
    parts: entries.map(({ title, facts, question, answer }) => ({
      heading: title,
      widths: [16, 84],
      table: factTable(facts),
      asked: { question, answer: `答：${answer}` },
    })),
  })),
})

const factTable = (
  facts: BriefingChapter['entries'][number]['facts'],
): Book['chapters'][number]['parts'][number]['table'] => ({
  columns: 2,
  roles: facts.map(() => 'body' as const),
  cells: facts.flatMap(([label, text], row) =>
    [label, text].map((content, column) => ({
      row,
      column,
      rowspan: 1,
      colspan: 1,
      output: { kind: 'text' as const, text: content },
      align: column === 0 ? ('center' as const) : ('left' as const),
      bold: column === 0,
      shaded: false,
      figures: [],
    })),
  ),
})
