import { columnLetters } from '@eduduty/core/collection'
import type { ChartModel, ChartSeries } from '@eduduty/core/documents'
import { escapeXml } from '../escape-xml.ts'

/** Told apart in grey print and by colour-blind readers: dark, light, middle. */
const COLOURS = ['1F4E79', 'C55A11', '7F7F7F', '548235', 'BF9000', '5B9BD5'] as const
const LINE_AXES = '<c:axId val="111111111"/><c:axId val="222222222"/>'

/** A chart part that WPS and Word can edit: cached values here, the same data in the embedded workbook `rId1`. */
export function chartXml(chart: ChartModel): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plotXml(chart)}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

const textXml = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:latin typeface="仿宋"/><a:ea typeface="仿宋"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`

function plotXml(chart: ChartModel): string {
  const all = chart.series.map((series, index) => ({ series, index }))
  if (chart.kind === 'pie') {
    const slices = all.slice(0, 1).map(({ series, index }) => seriesXml(chart, series, index, 'pie'))
    return `<c:pieChart><c:varyColors val="1"/>${slices.join('')}<c:firstSliceAng val="0"/></c:pieChart>`
  }
  const bars = all.filter(({ series }) => chart.kind === 'bar' && !series.line)
  const lines = all.filter(({ series }) => chart.kind === 'line' || series.line)
  return `${barXml(chart, bars)}${lineXml(chart, lines)}${axesXml(chart)}`
}

type Indexed = { readonly series: ChartSeries; readonly index: number }

function barXml(chart: ChartModel, bars: readonly Indexed[]): string {
  if (bars.length === 0) return ''
  const series = bars.map((bar) => seriesXml(chart, bar.series, bar.index, 'bar')).join('')
  return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${LINE_AXES}</c:barChart>`
}

function lineXml(chart: ChartModel, lines: readonly Indexed[]): string {
  if (lines.length === 0) return ''
  const series = lines.map((line) => seriesXml(chart, line.series, line.index, 'line')).join('')
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${LINE_AXES}</c:lineChart>`
}

function axesXml(chart: ChartModel): string {
  const decimals = Math.min(2, Math.max(0, ...chart.series.map((series) => series.decimals)))
  const title = chart.unit === undefined ? '' : axisTitleXml(chart.unit)
  return `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${textXml(900)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${chart.unit === '%' ? '<c:max val="100"/>' : ''}${isBelowZero(chart) ? '' : '<c:min val="0"/>'}</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${title}<c:numFmt formatCode="${formatCode(decimals)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textXml(900)}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
}

const axisTitleXml = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr rot="-5400000" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="900" b="0"><a:latin typeface="仿宋"/><a:ea typeface="仿宋"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

export const formatCode = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`)

function seriesXml(chart: ChartModel, series: ChartSeries, index: number, drawn: 'bar' | 'line' | 'pie'): string {
  const last = chart.categories.length + 1
  const column = columnLetters(index + 1)
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.title)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
  const categories = `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${chart.categories.length}"/>${pointsXml(chart.categories)}</c:strCache></c:strRef></c:cat>`
  const values = `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${formatCode(series.decimals)}</c:formatCode><c:ptCount val="${chart.categories.length}"/>${pointsXml(series.values)}</c:numCache></c:numRef></c:val>`
  const tail = drawn === 'line' ? '<c:smooth val="0"/>' : ''
  const invert = drawn === 'bar' ? '<c:invertIfNegative val="0"/>' : ''
  return `<c:ser>${head}${paintXml(index, drawn)}${invert}${labelsXml(chart, drawn)}${categories}${values}${tail}</c:ser>`
}

function paintXml(index: number, drawn: 'bar' | 'line' | 'pie'): string {
  const fill = `<a:solidFill><a:srgbClr val="${COLOURS[index % COLOURS.length] ?? '1F4E79'}"/></a:solidFill>`
  if (drawn === 'pie') return ''
  if (drawn === 'bar') return `<c:spPr>${fill}</c:spPr>`
  return `<c:spPr><a:ln w="19050">${fill}<a:prstDash val="dash"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
}

/** Numbers on the bars as long as they do not run into each other. */
function labelsXml(chart: ChartModel, drawn: 'bar' | 'line' | 'pie'): string {
  const bars = chart.series.filter((series) => !series.line).length * chart.categories.length
  const show = drawn === 'pie' || (drawn === 'bar' && bars <= 16) ? 1 : 0
  if (show === 0) return ''
  return `<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(700)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
}

const pointsXml = (values: readonly (string | undefined)[]): string =>
  values
    .map((value, index) => (value === undefined ? '' : `<c:pt idx="${index}"><c:v>${escapeXml(value)}</c:v></c:pt>`))
    .join('')

/** A figure that fell is drawn below the axis, not cut off. */
const isBelowZero = ({ series }: ChartModel): boolean =>
  series.some(({ values }) => values.some((value) => value?.startsWith('-') === true))
