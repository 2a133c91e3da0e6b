import { needStateTitles, retentionTitles } from '@eduduty/core/archive'
import { textGrid } from '@eduduty/core/documents'
import { type Book, writeBook } from '../../platform/docx/write-book.ts'
import type { Volume, VolumeChapter } from './describe-volume.ts'
import type { DossierNeed } from './dossier-rows.ts'
import { dayWords, titleAndNo } from './paper-words.ts'

/** Digits of a hash by which a printed list and a file are told to belong together. */
const HASH_DIGITS = 8

/** The list of a bound volume: cover, contents with pages, and for each item what was brought by whom. */
export function writeVolume({ title, subtitle, cover, date, chapters }: Volume): Promise<Uint8Array> {
  const book: Book = { title, subtitle, flows: true, cover, chapters: chapters.map(chapterOf) }
  return writeBook(book, date)
}

function chapterOf({ heading, intro, filed }: VolumeChapter): Book['chapters'][number] {
  return {
    heading,
    intro,
    parts: [
      {
        heading: '材料清单',
        table: textGrid([
          ['归档号', '应交材料', '应交单位', '佐证材料与文号', '落款日期\n校验码', '期限', '页数', '状态'],
          ...filed.flatMap(({ need }) => linesOf(need)),
        ]),
        // In points: a day and eight digits of a hash each have a line of their own, in fonts with wide digits, too.
        widths: [50, 66, 58, 88, 80, 34, 28, 38],
      },
    ],
  }
}

function linesOf({ row, papers }: DossierNeed): readonly (readonly string[])[] {
  const state = needStateTitles[row.state]
  const begin = [row.file_no, row.title, row.unit_name]
  if (papers.length === 0) return [[...begin, '', '', '', '', state]]
  return papers.map((paper) => [
    ...begin,
    titleAndNo(paper),
    [dayWords(paper.made_on), paper.sha256.slice(0, HASH_DIGITS)].filter((part) => part !== '').join('\n'),
    paper.retention === null ? '' : retentionTitles[paper.retention],
    String(paper.pages ?? ''),
    paper.is_damaged ? '文件损坏' : state,
  ])
}
