import { needStateTitles } from '@eduduty/core/archive'
import { groupBy } from '@eduduty/core/collection'
import { type Book, writeBook } from '../../platform/docx/write-book.ts'
import type { Dossier, DossierNeed } from './dossier-rows.ts'
import { textTable } from './text-table.ts'

/** Digits of a hash by which a printed list and a file are told to belong together. */
const HASH_DIGITS = 12

/** 合订本: cover, contents with pages, and for each item what was brought by whom. */
export function writeVolume({ catalogue, needs }: Dossier, owner: string, today: string): Promise<Uint8Array> {
  const book: Book = {
    title: catalogue.title,
    subtitle: '佐证材料合订本',
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
        table: textTable(
          ['归档号', '应交材料', '应交单位', '归档材料与文号', '落款日期', '校验码', '状态'],
          needs.flatMap(linesOf),
        ),
        widths: [12, 18, 16, 26, 12, 14, 8],
      },
    ],
  }
}

function linesOf({ row, papers }: DossierNeed): readonly (readonly string[])[] {
  const state = needStateTitles[row.state]
  const begin = [row.file_no, row.title, row.unit_name]
  if (papers.length === 0) return [[...begin, '', '', '', state]]
  return papers.map((paper) => [
    ...begin,
    [paper.title, paper.document_no].filter((part) => part !== '').join('　'),
    paper.made_on ?? '',
    paper.sha256.slice(0, HASH_DIGITS),
    paper.is_damaged ? '文件损坏' : state,
  ])
}
