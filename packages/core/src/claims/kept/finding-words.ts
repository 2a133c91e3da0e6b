import type { RelationKind } from '../relations/relation.ts'

/** How findings are called, on pages and in files. */
export const findingGrades = { wrong: '有误', doubtful: '存疑', uncheckable: '无法核对' } as const

export const markStates = { settled: '已处理', no_problem: '不是问题', open: '待处理' } as const

export const findingKinds: Readonly<Record<string, string>> = {
  sum: '合计',
  part: '部分与总数',
  growth: '增减',
  share: '占比',
  points: '百分点',
  each: '平均',
  order: '大小',
  whole: '整体',
  same: '前后不一',
  against: '与评估不符',
  hidden: '数字残缺',
} satisfies Record<RelationKind | 'against' | 'hidden', string>
