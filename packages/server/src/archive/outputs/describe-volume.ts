import { groupBy } from '@eduduty/core/collection'
import type { Dossier } from './dossier-rows.ts'
import { type Filed, fileAll } from './file-dossier.ts'

/** 合订本, whatever it is written as: what stands on its cover, and its chapters in the order of the pack. */
export interface Volume {
  readonly title: string
  readonly subtitle: string
  readonly cover: readonly string[]
  /** The day on which it is made. */
  readonly date: string
  /** One an indicator. */
  readonly chapters: readonly VolumeChapter[]
}

export interface VolumeChapter {
  readonly heading: string
  readonly intro: string
  readonly filed: readonly Filed[]
}

/** As long as the catalogue is open, papers still come and are reviewed: what is bound then is a draft, and says so. */
export function describeVolume(dossier: Dossier, owner: string, date: string): Volume {
  const { catalogue } = dossier
  const lines = [owner, `${catalogue.year} 年度`, `依据：${catalogue.pack_title}`, `编制日期：${date}`]
  return {
    title: catalogue.title,
    subtitle: catalogue.is_open ? '佐证材料合订本（草稿）' : '佐证材料合订本',
    cover: catalogue.is_open ? [...lines, '佐证目录还没有结束，结束后制作的为定稿'] : lines,
    date,
    chapters: [...groupBy(fileAll(dossier), ({ need }) => need.row.indicator).values()].map(chapterOf),
  }
}

function chapterOf(filed: readonly Filed[]): VolumeChapter {
  const row = filed[0]?.need.row
  const missing = filed.filter(({ files }) => files.length === 0).length
  const papers = filed.reduce((sum, { files }) => sum + files.length, 0)
  return {
    heading: `${row?.indicator_no ?? ''}　${row?.indicator_title ?? ''}`,
    intro: `应交 ${filed.length} 项，收到材料 ${papers} 件${missing > 0 ? `，${missing} 项没有材料` : ''}。`,
    filed,
  }
}
