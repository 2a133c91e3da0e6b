import type { Assessment, Dispersion, Figure, ItemView, NodeView, SectionView, Subject } from '../evaluation/index.ts'
import { listGrains } from '../evaluation/index.ts'
import type { Pack } from '../packs/index.ts'
import type { LooseCell } from './place-cells.ts'
import type { SheetModel } from './sheet-model.ts'
import { cellOf, draftSheet, figureCell, stateWord } from './verdict-cells.ts'

const text = (value: string | undefined): LooseCell => cellOf(value, { align: 'left' })

/** The verdict tree with lights, counts, gaps and who is waited for. */
export function summarySheet(assessment: Assessment): SheetModel {
  const { run, verdict, effects } = assessment
  const struck = effects.filter(({ state }) => state !== 'clear')
  return draftSheet({
    name: '总表',
    title: `${run.county.name}${run.year}年度评估结果：${verdict.text}`,
    widths: [16, 14, 34, 9, 8, 8, 8, 8, 20, 30, 24],
    header: [
      '部分',
      '编号',
      '指标',
      '结论',
      '达标数',
      '未达标数',
      '待定数',
      '不适用数',
      '差距',
      '待补报单位',
      '责任单位',
    ],
    rows: [
      ...assessment.sections.flatMap((section) => section.items.map((item) => itemRow(assessment, section, item))),
      ...struck.map((effect) => [
        cellOf('一票否决等'),
        cellOf(effect.no),
        text(effect.title),
        cellOf(effect.state === 'struck' ? '触发' : effect.state === 'undecided' ? '待定' : '错误', {
          shaded: effect.state === 'struck',
        }),
        ...Array.from({ length: 5 }, () => cellOf('')),
        text(effect.causes.map(({ unit_name, message }) => unit_name ?? message).join('、')),
        cellOf(''),
      ]),
    ],
    notes: verdict.reasons.map((reason, index) => `${index + 1}．${reason}`),
  })
}

function itemRow(assessment: Assessment, section: SectionView, item: ItemView): LooseCell[] {
  const node = assessment.nodes.find(({ id }) => id === item.indicator)
  const figures = assessment.figures
    .filter((figure) => figure.node === item.indicator && figure.state === item.state)
    .map(({ id }) => id)
  const { counts } = item
  return [
    cellOf(section.title),
    cellOf(node?.no),
    text(node?.title ?? item.indicator),
    cellOf(stateWord(item.state), { shaded: item.state === 'unmet', figures }),
    ...[counts.met, counts.unmet, counts.undecided, counts.not_applicable].map((count) => cellOf(count)),
    text(item.gap?.text),
    text([...new Set(item.deciding.map(({ unit_name, unit }) => unit_name ?? unit ?? ''))].filter(Boolean).join('、')),
    text(item.responsible.join('、')),
  ]
}

/** Grains with so few subjects are laid out with indicators down and subjects across. */
const FEW = 3

interface GrainFigures {
  readonly title: string
  readonly heading: string
  readonly nodes: readonly NodeView[]
  readonly subjects: readonly Subject[]
  readonly figures: ReadonlyMap<string, Figure>
}

/** One sheet for each grain that has indicators; excluded subjects are listed with their reason. */
export function subjectSheets(pack: Pack, assessment: Assessment): readonly SheetModel[] {
  const { run } = assessment
  const figures = new Map(assessment.figures.map((figure) => [figure.id, figure]))
  return listGrains(pack).flatMap((grain) => {
    const nodes = assessment.nodes.filter((node) => node.grain === grain.id && node.kind === 'indicator')
    const subjects = assessment.subjects.filter((subject) => subject.grain === grain.id)
    if (nodes.length === 0 || subjects.length === 0) return []
    const heading = `${run.county.name}${run.year}年度　${grain.title}各项指标`
    const all: GrainFigures = { title: grain.title, heading, nodes, subjects, figures }
    return [subjects.length <= FEW ? indicatorsDown(all) : subjectsDown(all)]
  })
}

const NOTES = ['阴影为未达到标准；“未报”为数据未报，“—”或“不适用”为与该对象无关。']

function subjectsDown({ title, heading, nodes, subjects, figures }: GrainFigures): SheetModel {
  return draftSheet({
    name: title,
    title: heading,
    widths: [6, 30, ...nodes.map(() => 14), 30],
    header: ['序号', '名称', ...nodes.map(headingOf), '说明'],
    rows: subjects.map((subject, index) => [
      cellOf(index + 1),
      text(subject.name),
      ...nodes.map((node) => figureCell(figures.get(`${node.id}@${subject.id}`), node)),
      text(remarkOf(subject)),
    ]),
    notes: NOTES,
  })
}

function indicatorsDown({ title, heading, nodes, subjects, figures }: GrainFigures): SheetModel {
  return draftSheet({
    name: title,
    title: heading,
    widths: [16, 44, ...subjects.flatMap(() => [16, 20])],
    header: ['编号', '指标', ...subjects.flatMap(({ name }) => [name, '标准'])],
    rows: nodes.map((node) => [
      cellOf(node.no),
      text(headingOf(node)),
      ...subjects.flatMap((subject) => {
        const figure = figures.get(`${node.id}@${subject.id}`)
        return [figureCell(figure, node), cellOf(figure?.standard?.text)]
      }),
    ]),
    notes: NOTES,
  })
}

const headingOf = (node: NodeView): string => {
  const unit = node.percent === true ? '%' : node.unit
  return unit === undefined ? node.title : `${node.title}（${unit}）`
}

const remarkOf = (subject: Subject): string => (subject.included ? '' : `不列入：${subject.exclusion?.reason ?? ''}`)

/** Mean, deviation and coefficient of each 差异系数, and each school's part in it. Undefined when there is none. */
export function dispersionSheet(assessment: Assessment): SheetModel | undefined {
  if (assessment.dispersions.length === 0) return undefined
  return draftSheet({
    name: '校际差异',
    title: `${assessment.run.county.name}${assessment.run.year}年度　校际差异系数及各校所占份额`,
    widths: [26, 10, 12, 12, 12, 10, 10, 30, 12, 12, 12],
    header: ['指标', '学段', '平均值', '标准差', '差异系数', '限值', '结论', '对象', '指标值', '权重', '占差异份额'],
    rows: assessment.dispersions.flatMap(dispersionRows),
    notes: ['差异系数以权重（学生数）加权；份额为该对象对方差的贡献，合计为1。'],
  })
}

function dispersionRows(one: Dispersion): LooseCell[][] {
  const figures = [one.figure]
  const head = [
    text(one.title),
    cellOf(one.stage),
    cellOf(one.mean, { figures }),
    cellOf(one.deviation, { figures }),
    cellOf(one.coefficient ?? '不可计算', { figures, shaded: one.state === 'unmet' }),
    cellOf(one.limit),
    cellOf(stateWord(one.state)),
  ]
  const rows = one.contributions.map((part, index) => [
    ...(index === 0 ? head : head.map(() => cellOf(''))),
    text(part.name),
    cellOf(part.value, { figures: [part.figure] }),
    cellOf(part.weight),
    cellOf(part.share),
  ])
  return rows.length > 0
    ? rows
    : [
        [
          ...head,
          text(one.causes.map(({ message }) => message).join('；')),
          ...['', '', ''].map((empty) => cellOf(empty)),
        ],
      ]
}

/** Who has not handed in what: whole tables, and items of tables. Undefined when everything is there. */
export function missingSheet(assessment: Assessment): SheetModel | undefined {
  const rows = assessment.coverage.registers.flatMap(({ title, missing, owing = [] }) => [
    ...missing.map(({ unit, name }) => [cellOf(title), cellOf(unit), text(name), text('全表')]),
    ...owing.map(({ unit, name, columns }) => [
      cellOf(title),
      cellOf(unit),
      text(name),
      text(columns.map((column) => column.title).join('、')),
    ]),
  ])
  if (rows.length === 0) return undefined
  return draftSheet({
    name: '未报单位',
    title: `${assessment.run.county.name}${assessment.run.year}年度　未报送单位`,
    widths: [30, 20, 40, 40],
    header: ['报表', '代码', '单位', '未报项目'],
    rows,
    notes: ['未报项目是“全表”的没有报送；列出项目的已经报送，但这些项目没有填或未被采用。'],
  })
}
