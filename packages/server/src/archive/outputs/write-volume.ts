import { needStateTitles, retentionTitles } from '@eduduty/core/archive'
import { groupBy } from '@eduduty/core/collection'
import { textGrid } from '@eduduty/core/documents'
import { type Book, writeBook } from '../../platform/docx/write-book.ts'
import type { Dossier, DossierNeed } from './dossier-rows.ts'

/** Digits of a hash by which a printed list and a file are told to belong together. */
const HASH_DIGITS = 8

/** 合订本: cover, contents with pages, and for each item what was brought by whom. */
export function writeVolume({ catalogue, needs }: Dossier, owner: string, today: string): Promise<Uint8Array> {
  const book: Book = {
    title: catalogue.title,
    subtitle: '佐证材料合订本',
    flows: true,
    cover: [owner, `${catalogue.year} 年度`, `依据：${catalogue.pack_title}`, `编制日期：${today}`],
    chapters: [...groupBy(needs, ({ row }) => row.indicator).values()].map(chapterOf),
  }
  return writeBook(book, today)
}

function chapterOf(needs: readonly DossierNeed[]): Book['chapters'][number] {
  const [first] = needs
  const missing = needs.filter(({ papers }) => papers.length === 0).length
  const papers = needs.reduce((sum, need) => sum + need.papers.length, 0)
  return {
    heading: `${first?.row.indicator_no ?? ''}　${first?.row.indicator_title ?? ''}`,
    intro: `应交 ${needs.length} 项，收到材料 ${papers} 件${missing > 0 ? `，${missing} 项没有材料` : ''}。`,
    parts: [
      {
        heading: '材料清单',
        table: textGrid([
          ['归档号', '应交材料', '应交单位', '佐证材料与文号', '落款日期', '期限', '页数', '校验码', '状态'],
          ...needs.flatMap(linesOf),
        ]),
        // In points, so that a day and eight digits of a hash stand on one line.
        widths: [46, 60, 54, 74, 66, 34, 28, 60, 36],
      },
    ],
  }
}

function linesOf({ row, papers }: DossierNeed): readonly (readonly string[])[] {
  const state = needStateTitles[row.state]
  const begin = [row.file_no, row.title, row.unit_name]
  if (papers.length === 0) return [[...begin, '', '', '', '', '', state]]
  return papers.map((paper) => [
    ...begin,
    [paper.title, paper.document_no].filter((part) => part !== '').join('　'),
    // With dots a day never breaks over two lines.
    (paper.made_on ?? '').replaceAll('-', '.'),
    paper.retention === null ? '' : retentionTitles[paper.retention],
    String(paper.pages ?? ''),
    paper.sha256.slice(0, HASH_DIGITS),
    paper.is_damaged ? '文件损坏' : state,
  ])
}
