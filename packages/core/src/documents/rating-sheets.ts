import type { Assessment, RatedSubject, RatingView } from '../evaluation/index.ts'
import type { LooseCell } from './place-cells.ts'
import type { SheetModel } from './sheet-model.ts'
import { cellOf, draftSheet } from './verdict-cells.ts'

const text = (value: string | undefined): LooseCell => cellOf(value, { align: 'left' })

/** For each rating: who came to how many points and which grade, then where the points were lost. */
export function ratingSheets(assessment: Assessment): readonly SheetModel[] {
  return (assessment.ratings ?? []).flatMap((rating) => [
    ...(rating.subjects.length > 1 ? [ranking(assessment, rating)] : []),
    itemPoints(assessment, rating),
  ])
}

function ranking(assessment: Assessment, rating: RatingView): SheetModel {
  const { run, sections, effects } = assessment
  const parts = rating.subjects[0]?.sections ?? []
  const titleOfEffect = (id: string): string => effects.find((effect) => effect.id === id)?.title ?? id
  const titleOf = (id: string): string => sections.find((section) => section.id === id)?.title ?? id
  return draftSheet({
    name: rating.title,
    title: `${run.county.name}${run.year}年度　${rating.title}`,
    widths: [6, 24, ...parts.map(() => 12), 12, 12, 36, 12],
    header: [
      '序号',
      '对象',
      ...parts.map(({ section, full }) => `${titleOf(section)}（${full}分）`),
      '得分',
      '得分等次',
      '否决、降等与封顶',
      '等次',
    ],
    rows: rating.subjects.map((one, index) => [
      cellOf(index + 1),
      text(one.name),
      ...one.sections.map(({ points }) => cellOf(points.shown)),
      cellOf(one.points.shown),
      cellOf(one.base ?? openWord(one)),
      text(one.effects.map(({ effect, open }) => `${titleOfEffect(effect)}${open ? '（待定）' : ''}`).join('、')),
      cellOf(one.grade ?? openWord(one), { shaded: one.passed === false }),
    ]),
    notes: [ladderNote(rating)],
  })
}

/** No grade: nothing applies, or data are missing. */
const openWord = ({ possible }: RatedSubject): string => (possible.length === 0 ? '不评等次' : '待定')

function itemPoints(assessment: Assessment, rating: RatingView): SheetModel {
  const { run } = assessment
  const isMany = rating.subjects.length > 1
  return draftSheet({
    name: `${rating.title}得分`,
    title: `${run.county.name}${run.year}年度　${rating.title}各项得分`,
    widths: [...(isMany ? [24] : []), 18, 10, 36, 16, 12, 10, 12],
    header: [...(isMany ? ['对象'] : []), '部分', '编号', '项目', '数值', '等级', '满分', '得分'],
    rows: rating.subjects.flatMap((one) =>
      itemRows(assessment, one).map((cells) => (isMany ? [text(one.name), ...cells] : cells)),
    ),
    notes: [ladderNote(rating), ...(isMany ? [] : rating.subjects.map((one) => one.text))],
  })
}

function itemRows(assessment: Assessment, one: RatedSubject): LooseCell[][] {
  const own = new Map(assessment.figures.flatMap((each) => (each.subject === one.subject ? [[each.node, each]] : [])))
  return one.items.map(({ indicator, section, full, points }) => {
    const node = assessment.nodes.find(({ id }) => id === indicator)
    const figure = own.get(indicator)
    const figures = figure === undefined ? [] : [figure.id]
    return [
      cellOf(assessment.sections.find(({ id }) => id === section)?.title),
      cellOf(node?.no),
      text(node?.title ?? indicator),
      cellOf(figure?.shown, { figures }),
      cellOf(figure?.level),
      cellOf(full),
      cellOf(points.shown, { shaded: points.value !== undefined && points.value !== full, figures }),
    ]
  })
}

function ladderNote({ ladder, full, verified }: RatingView): string {
  const grades = ladder.map(({ title, when }) => `${title}：${when ?? '其余'}`).join('；')
  return `满分 ${full} 分。${grades}。${verified.grade === 'U' ? '分值和等次规则未核实，须以当地方案为准。' : ''}`
}
