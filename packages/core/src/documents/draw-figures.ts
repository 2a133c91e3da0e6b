import { COUNTY, type NodeView, type Subject } from '../evaluation/index.ts'
import type { FormBlock } from '../packs/index.ts'
import { type DocumentSubject, documentWords } from './document-words.ts'
import type { FigureSource } from './figure-source.ts'
import { layOutBlocks } from './lay-out-blocks.ts'
import type { ChartSeries, ReportBlock } from './report-model.ts'

/** What a writer may order: one figure over its units, as a table or as bars. */
export interface Drawing {
  readonly node: string
  readonly shape: 'table' | 'bar'
}

/** The units of the place at which a figure is computed, and no others: its writer may see no more than these. */
export function unitsOfFigure(source: FigureSource, node: NodeView, about: DocumentSubject): readonly Subject[] {
  if (source.pack.grains?.some(({ id }) => id === node.grain) !== true) return []
  const { subjects } = source.listSubjects(node.grain, {})
  if (about.grain === COUNTY) return subjects
  const whole = source.assessment().subjects.find(({ grain, id }) => grain === about.grain && id === about.subject)
  const own = Object.entries(whole?.dimensions ?? {})
  return own.length === 0
    ? []
    : subjects.filter(({ dimensions }) => own.every(([name, value]) => dimensions[name] === value))
}

/** A table or chart of one figure over the units of a place; undefined where there is no such figure or no unit. */
export function drawFigures(
  source: FigureSource,
  { node: id, shape }: Drawing,
  about: DocumentSubject,
): Extract<ReportBlock, { kind: 'table' | 'chart' }> | undefined {
  const node = source.assessment().nodes.find((one) => one.id === id)
  const units = node === undefined ? [] : unitsOfFigure(source, node, about)
  if (node === undefined || units.length === 0) return undefined
  return shape === 'table' ? tableOf(source, node, about) : chartOf(source, node, units)
}

const unitOf = (node: NodeView): string => (node.percent === true ? '%' : (node.unit ?? ''))
const inBrackets = (text: string): string => (text === '' ? '' : `（${text}）`)

function titleOf(source: FigureSource, node: NodeView): string {
  const grain = source.pack.grains?.find((one) => one.id === node.grain)?.title ?? ''
  return `各${grain}${node.title}`
}

const COLUMNS = [10, 50, 20, 20]

function tableOf(
  source: FigureSource,
  node: NodeView,
  about: DocumentSubject,
): Extract<ReportBlock, { kind: 'table' }> {
  const isJudged = source.pack.indicators.some((one) => one.id === node.id && one.standard !== undefined)
  const widths = isJudged ? COLUMNS : COLUMNS.slice(0, 3)
  const blocks: readonly FormBlock[] = [
    {
      role: 'header',
      rows: [
        [
          { text: '序号' },
          { text: '单位' },
          { text: `${node.title}${inBrackets(unitOf(node))}` },
          ...(isJudged ? [{ text: '标准' }] : []),
        ],
      ],
    },
    {
      over: node.grain,
      row: [
        { value: '序号' },
        { value: '对象名称', align: 'left' },
        { value: node.id, ...(isJudged && { shade: `非 ${node.id}.met` }) },
        ...(isJudged ? [{ value: `${node.id}.standard` }] : []),
      ],
    },
  ]
  const grid = layOutBlocks(source, blocks, widths.length, documentWords(source, about), about)
  return { kind: 'table', title: titleOf(source, node), widths, grid }
}

function chartOf(
  source: FigureSource,
  node: NodeView,
  units: readonly Subject[],
): Extract<ReportBlock, { kind: 'chart' }> {
  const figures = new Map(
    source
      .assessment()
      .figures.filter((figure) => figure.node === node.id)
      .map((figure) => [figure.subject, figure]),
  )
  const isTold = (subject: string): boolean => source.keptBack?.({ grain: node.grain, subject }, node.id) === undefined
  const own = units.map(({ id }) => (isTold(id) ? figures.get(id) : undefined))
  const shown = own.map((figure) => (/^-?\d+(?:\.\d+)?%?$/u.test(figure?.shown ?? '') ? figure?.shown : undefined))
  const ids = own.map((figure) => figure?.id)
  const series: ChartSeries = {
    title: node.title,
    values: shown.map((text) => text?.replace('%', '')),
    decimals: Math.max(0, ...shown.map((text) => /\.(\d+)/u.exec(text ?? '')?.[1]?.length ?? 0)),
    line: false,
    figures: ids.filter((id) => id !== undefined),
    sources: ids,
  }
  return {
    kind: 'chart',
    chart: {
      kind: 'bar',
      title: titleOf(source, node),
      unit: unitOf(node) === '' ? undefined : unitOf(node),
      categories: units.map(({ name }) => name),
      series: [series],
    },
  }
}
