import type { Pack } from './schema/pack.ts'

/** Sections of a pack that hold named entries. */
export type PackSectionId = Exclude<keyof Pack, 'pack' | 'verdict' | 'golden'>

/** The sections in the order in which they are told, each with its Chinese word. */
export const packSections: readonly (readonly [PackSectionId, string])[] = [
  ['dimensions', '维度'],
  ['grains', '评价对象'],
  ['codes', '代码表'],
  ['registers', '台账'],
  ['statistics', '统计表式'],
  ['parameters', '参数'],
  ['elements', '要素'],
  ['indicators', '指标'],
  ['groups', '指标组'],
  ['sections', '评估部分'],
  ['ratings', '评分定等'],
  ['effects', '否决降等事项'],
  ['checks', '审核关系'],
  ['outliers', '离群比较'],
  ['derive', '从名册得出的栏'],
  ['counts', '从工作机制取数的栏'],
  ['gathers', '从下级评估取数的台账'],
  ['forms', '官方表式'],
  ['reports', '报告提纲'],
  ['duties', '职责'],
  ['clocks', '期限'],
  ['pledges', '责任书文本'],
  ['lights', '亮灯天数'],
  ['casework', '个案办法'],
  ['papers', '个案文书'],
  ['calendars', '工作日历'],
  ['matches', '比对'],
  ['risks', '风险清单'],
  ['placements', '安置方式'],
  ['doses', '送教标准'],
  ['care', '关爱对象'],
  ['diagnoses', '特教评估'],
  ['periodic', '定期报告'],
]
