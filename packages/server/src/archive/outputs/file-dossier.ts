import { distinctName, endingOf, fileName, folderName } from '@eduduty/core/archive'
import { endingOfMedia } from '../reading/media.ts'
import type { Dossier, DossierNeed, DossierPaper } from './dossier-rows.ts'

/** A file that goes into a dossier, and what became of it. */
export interface Packed {
  readonly path: string
  readonly paper: DossierPaper
  /** Why it does not go out; undefined where it does. */
  readonly keptBack: string | undefined
  /** Of what was really packed; undefined where the file is gone. */
  hash: string | undefined
}

export interface Filed {
  readonly need: DossierNeed
  readonly files: readonly Packed[]
}

/** One folder an item; where several units owe it, one folder a unit in it. */
export function fileAll({ needs }: Dossier): readonly Filed[] {
  const units = new Map<string, Set<string>>()
  for (const { row } of needs) units.set(row.indicator, (units.get(row.indicator) ?? new Set()).add(row.unit))
  const taken = new Set<string>()
  return needs.map((need) => {
    const { row } = need
    const isShared = (units.get(row.indicator)?.size ?? 0) > 1
    const folder = [
      folderName(`${row.indicator_no} ${row.indicator_title}`),
      ...(isShared ? [folderName(row.unit_name)] : []),
    ].join('/')
    const files = need.papers.map((paper) => ({
      path: pathOf(folder, row.file_no, paper, taken),
      paper,
      keptBack: keptBack(need, paper),
      hash: undefined,
    }))
    return { need, files }
  })
}

function pathOf(folder: string, fileNo: string, paper: DossierPaper, taken: Set<string>): string {
  const ending = endingOfMedia(paper.media)
  const name = fileName(`${fileNo} ${paper.title} 第${paper.version_no}版`, ending)
  return distinctName(`${folder}/${name.slice(0, name.length - endingOf(name).length)}`, ending, taken)
}

function keptBack({ row }: DossierNeed, { paper_id: id, is_unmasked: isUnmasked }: DossierPaper): string | undefined {
  if (isUnmasked) return '个人信息没有遮盖，没有装入；换成遮盖后的版本再导出'
  const judged = row.papers.find(({ paper }) => paper === id)
  return judged?.verdict === 'insufficient' ? `审核不充分（${judged.reason}），没有装入` : undefined
}
