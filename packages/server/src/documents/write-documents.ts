import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { dayInWords } from '@eduduty/core/calendar'
import {
  defaultOutline,
  type FigureSource,
  layOutForm,
  layOutReport,
  layOutVerdict,
  mentionsOfReport,
  mentionsOfWorkbook,
  type ReportModel,
  subjectsOf,
} from '@eduduty/core/documents'
import type { Mention } from '@eduduty/core/evaluation'
import { writeReport } from '../platform/docx/write-report.ts'
import { writeWorkbook } from '../platform/xlsx/write-workbook.ts'

/** What was written: file names relative to the folder, and the figures behind every sentence and cell. */
export interface WrittenDocuments {
  readonly files: readonly { readonly name: string; readonly title: string; readonly bytes: number }[]
  readonly mentions: readonly Mention[]
  /** Chinese remarks for the terminal, e.g. that a report had to be shortened. */
  readonly remarks: readonly string[]
}

interface Written {
  readonly name: string
  readonly title: string
  readonly bytes: Uint8Array
  readonly mentions: readonly Mention[]
  readonly remarks: readonly string[]
}

/** Over what was evaluated: `official` over frozen data alone. */
export type DocumentBasis = 'preview' | 'official'

/**
 * Writes the verdict workbook, and every official workbook and report that the pack declares, into a folder. The same
 * evaluation, the same bytes; reports that do not stand on frozen data say on each page that they are drafts.
 */
export async function writeDocuments(
  evaluated: FigureSource,
  folder: string,
  basis: DocumentBasis,
): Promise<WrittenDocuments> {
  const documents = [
    ...(await writeForms(evaluated)),
    ...(await writeReports(evaluated, draftMark(evaluated.evaluatedOn, basis))),
    await writeVerdict(evaluated),
  ]
  for (const { name, bytes } of documents) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
  return {
    files: documents.map(({ name, title, bytes }) => ({ name, title, bytes: bytes.byteLength })),
    mentions: documents.flatMap(({ mentions }) => mentions),
    remarks: documents.flatMap(({ remarks }) => remarks),
  }
}

async function writeVerdict(evaluated: FigureSource): Promise<Written> {
  const model = layOutVerdict(evaluated)
  const bytes = await writeWorkbook(model, evaluated.evaluatedOn)
  return { name: model.file, title: model.title, bytes, mentions: mentionsOfWorkbook(model), remarks: [] }
}

async function writeForms(evaluated: FigureSource): Promise<readonly Written[]> {
  return await Promise.all(
    (evaluated.pack.forms ?? []).map(async (form) => {
      const model = layOutForm(evaluated, form)
      const bytes = await writeWorkbook(model, evaluated.evaluatedOn)
      return { name: model.file, title: model.title, bytes, mentions: mentionsOfWorkbook(model), remarks: [] }
    }),
  )
}

/** What each page of a report says that does not stand on frozen data; nothing of an official evaluation. */
export const draftMark = (evaluatedOn: string, basis: DocumentBasis): string | undefined =>
  basis === 'official' ? undefined : `草稿（数据未冻结，以${dayInWords(evaluatedOn)}为时点）`

async function writeReports(evaluated: FigureSource, mark: string | undefined): Promise<readonly Written[]> {
  const outlines = (evaluated.pack.reports ?? [defaultOutline]).filter((outline) => outline.on_demand !== true)
  return await Promise.all(
    outlines.flatMap((outline) =>
      subjectsOf(evaluated, outline).map((about) =>
        writeOne({ ...layOutReport(evaluated, outline, about), mark }, outline.max_characters, evaluated.evaluatedOn),
      ),
    ),
  )
}

async function writeOne(model: ReportModel, limit: number | undefined, date: string): Promise<Written> {
  const dropped = model.dropped === 0 ? [] : [`${model.file}：为不超过${limit}字，略去${model.dropped}句较次要的内容。`]
  const long =
    limit !== undefined && model.characters > limit
      ? [
          `${model.file}：共${model.characters}字，超过${limit}字的限制，请在标准包的报告提纲里给可略去的句子写上 priority。`,
        ]
      : []
  return {
    name: model.file,
    title: model.title.replaceAll('\n', ''),
    bytes: await writeReport(model, date),
    mentions: mentionsOfReport(model),
    remarks: [...dropped, ...long],
  }
}
