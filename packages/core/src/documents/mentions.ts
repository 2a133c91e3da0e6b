import { cellAddress } from '../collection/index.ts'
import type { Mention } from '../evaluation/index.ts'
import type { ReportBlock, ReportModel } from './report-model.ts'
import { type Grid, textOf, type WorkbookModel } from './sheet-model.ts'

/** Every cell of a workbook that stands on figures: place is `sheet!A1`. */
export function mentionsOfWorkbook(model: WorkbookModel): readonly Mention[] {
  return model.sheets.flatMap((sheet) =>
    mentionsOfGrid(model.file, sheet.grid, (address) => `${sheet.name}!${address}`),
  )
}

function mentionsOfGrid(document: string, grid: Grid, place: (address: string) => string): readonly Mention[] {
  return grid.cells
    .filter(({ figures }) => figures.length > 0)
    .map((cell) => ({
      document,
      place: place(cellAddress(cell.row, cell.column)),
      text: textOf(cell.output),
      figures: [...cell.figures],
    }))
}

/** Every sentence, table cell and chart series of a report that stands on figures. */
export function mentionsOfReport(model: ReportModel): readonly Mention[] {
  const mentions: Mention[] = []
  const counts = { paragraph: 0, table: 0, chart: 0 }
  for (const block of model.blocks) {
    if (block.kind === 'heading') continue
    counts[block.kind] += 1
    mentions.push(...mentionsOfBlock(model.file, block, counts[block.kind]))
  }
  return mentions
}

function mentionsOfBlock(document: string, block: ReportBlock, index: number): readonly Mention[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return block.sentences.flatMap(({ text, figures }, at) =>
        figures.length === 0 ? [] : [{ document, place: `第${index}段第${at + 1}句`, text, figures: [...figures] }],
      )
    case 'table':
      return mentionsOfGrid(document, block.grid, (address) => `表${index}!${address}`)
    case 'chart':
      return block.chart.series.flatMap(({ title, values, figures }) =>
        figures.length === 0
          ? []
          : [
              {
                document,
                place: `图${index} ${title}`,
                text: values.map((value) => value ?? '未报').join('、'),
                figures: [...figures],
              },
            ],
      )
  }
}
