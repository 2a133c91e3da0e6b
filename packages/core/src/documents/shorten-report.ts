import { countCharacters } from './count-characters.ts'
import { dropEmptyHeadings } from './drop-empty-headings.ts'
import type { ReportBlock, ReportModel, SentenceModel } from './report-model.ts'
import { textOf } from './sheet-model.ts'

/** Signs of everything in a report that is printed as text; charts carry no running text. */
export function charactersOf(report: ReportModel): number {
  const around = [report.title, report.addressee, report.signer, report.date]
  return countCharacters([...around, ...report.blocks.flatMap(textsOf)].join(''))
}

function textsOf(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return block.sentences.map(({ text }) => text)
    case 'table':
      return [block.title, ...block.grid.cells.map(({ output }) => textOf(output))]
    case 'chart':
      return [block.chart.title]
  }
}

/** Drops whole sentences, highest priority number first and last of them first, until the report fits. */
export function shortenReport(report: ReportModel, limit: number | undefined): ReportModel {
  let characters = charactersOf(report)
  const doomed = new Set<SentenceModel>()
  for (const sentence of dropOrder(report)) {
    if (limit === undefined || characters <= limit) break
    doomed.add(sentence)
    characters -= countCharacters(sentence.text)
  }
  const left = { ...report, blocks: dropEmptyHeadings(without(report.blocks, doomed)), dropped: doomed.size }
  return { ...left, characters: charactersOf(left) }
}

function dropOrder(report: ReportModel): readonly SentenceModel[] {
  const droppable = report.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    .filter(({ priority }) => priority > 0)
  return droppable.reverse().sort((a, b) => b.priority - a.priority)
}

function without(blocks: readonly ReportBlock[], doomed: ReadonlySet<SentenceModel>): readonly ReportBlock[] {
  return blocks.flatMap((block): readonly ReportBlock[] => {
    if (block.kind !== 'paragraph') return [block]
    const sentences = block.sentences.filter((sentence) => !doomed.has(sentence))
    return sentences.length === 0 ? [] : [{ ...block, sentences }]
  })
}
