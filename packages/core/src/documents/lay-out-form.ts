import type { Form } from '../packs/index.ts'
import { documentWords } from './document-words.ts'
import type { FigureSource } from './figure-source.ts'
import { layOutBlocks } from './lay-out-blocks.ts'
import type { WorkbookModel } from './sheet-model.ts'

/** Fills an official workbook from a finished evaluation. Every cell names the figures it stands on. */
export function layOutForm(source: FigureSource, form: Form): WorkbookModel {
  const words = documentWords(source)
  return {
    title: form.title,
    file: form.file,
    header: `${source.county.name}　${source.year}年度　${form.title}`,
    sheets: form.sheets.map((sheet) => ({
      name: sheet.name,
      orientation: sheet.orientation,
      widths: sheet.widths,
      grid: layOutBlocks(source, sheet.blocks, sheet.widths.length, words),
    })),
  }
}
