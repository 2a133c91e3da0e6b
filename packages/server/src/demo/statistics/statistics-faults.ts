import type { StatisticsSchool } from './statistics-school.ts'

/** A figure that the statistics have otherwise than the form, on purpose. */
export interface StatisticsFault {
  readonly id: string
  readonly school: string
  readonly title: string
  /** Columns of 学校填报表 that differ, and by how much the form says more. */
  readonly differs: Readonly<Record<string, string>>
  change(school: StatisticsSchool): StatisticsSchool
}

/** Planted in the statistics; what is planted in the forms (S04) shows as well. */
export const statisticsFaults: readonly StatisticsFault[] = [
  {
    id: 'T01',
    school: '石桥镇第二小学',
    title: '学校填报后有3名学生转入，统计按学年初在籍人数',
    differs: { primary_pupils: '-3' },
    change: (one) =>
      one.primary === undefined ? one : { ...one, primary: { ...one.primary, pupils: one.primary.pupils + 3 } },
  },
  {
    id: 'T02',
    school: '澄江街道桂苑小学',
    title: '新装的2间网络多媒体教室填报时算了，统计没有算',
    differs: { multimedia_rooms: '2' },
    change: (one) => ({ ...one, multimedia: one.multimedia - 2 }),
  },
  {
    id: 'T03',
    school: '白沙镇初级中学',
    title: '统计的运动场地面积含教学楼前的硬化广场800平方米',
    differs: { ground_area: '-800' },
    change: (one) => ({ ...one, ground: Math.round((one.ground + 800) * 100) / 100 }),
  },
]
