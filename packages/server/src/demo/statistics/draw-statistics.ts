import type { SheetDraft } from '../sheet-draft.ts'
import { drawBackbone, drawClasses, drawPupils, drawSeniors, drawTeachers } from './draw-people.ts'
import { startPad } from './start-pad.ts'
import { StatisticsPad } from './statistics-pad.ts'
import type { StatisticsSchool } from './statistics-school.ts'

/** The sheets of one school's statistics, as they are taken out of the system of statistics. */
export function drawStatistics(one: StatisticsSchool): readonly SheetDraft[] {
  const stages = [one.primary, one.junior].filter((stage) => stage !== undefined)
  const pads = [
    drawSchool(one),
    drawBackbone(one),
    ...stages.flatMap((stage) => [drawClasses(one, stage), drawPupils(one, stage), drawTeachers(one, stage)]),
    ...(one.school.seniorPupils > 0 ? [drawSeniors(one)] : []),
    drawBuildings(one),
    drawAssets(one),
  ]
  return pads.map(({ draft }) => draft)
}

function drawSchool({ school }: StatisticsSchool): StatisticsPad {
  return new StatisticsPad('教基1001')
    .put('A1', '学校（机构）基本情况', 'title')
    .put('E1', '表号：教基1001')
    .line('A3', ['学校（机构）名称', '01', school.name])
    .line('A4', ['学校（机构）标识码', '02', school.code])
    .line('A5', ['学校创办时间', '03', `${school.founded}年`])
    .width(0, 26)
    .width(2, 30)
}

function drawBuildings(one: StatisticsSchool): StatisticsPad {
  const rest = (share: number): number => Math.round((one.teaching - one.indoorSport) * share * 100) / 100
  const rows: readonly (readonly [string, number])[] = [
    ['一、教学及辅助用房', one.teaching],
    ['教室', rest(0.62)],
    ['专用教室', rest(0.24)],
    ['公共教学用房', rest(0.14)],
    ['室内体育用房', one.indoorSport],
    ['二、行政办公用房', rest(0.11)],
    ['三、生活用房', rest(one.school.boards ? 0.4 : 0.12)],
  ]
  const pad = startPad(one, '教基5170', '中小学校舍情况', 'H')
    .put('H2', '单位：平方米')
    .over('A3', 'A4', '指标名称')
    .over('B3', 'B4', '代码')
    .over('C3', 'C4', '上学年校舍建筑面积')
    .over('D3', 'D4', '增加面积')
    .over('E3', 'E4', '减少面积')
    .over('F3', 'H3', '本学年校舍建筑面积')
    .line('F4', ['合计', '#非学校产权', '#正在施工'], 'heading')
    .line('A5', ['甲', '乙', '1', '2', '3', '4', '5', '6'], 'heading')
  for (const [order, [label, area]] of rows.entries())
    pad.line(`A${6 + order}`, [label, String(order + 1).padStart(2, '0'), area, 0, 0, area, 0, 0])
  return pad
}

function drawAssets(one: StatisticsSchool): StatisticsPad {
  const pupils = (one.primary?.pupils ?? 0) + (one.junior?.pupils ?? 0) + one.school.seniorPupils
  const classes = (one.primary?.classSizes.length ?? 0) + (one.junior?.classSizes.length ?? 0)
  return startPad(one, '教基5176', '中小学占地面积及其他办学条件', 'E')
    .line('A3', ['指标名称', '计量单位', '代码', '合计', '#非学校产权'], 'heading')
    .line('A4', ['甲', '乙', '丙', '1', '2'], 'heading')
    .line('A5', ['占地面积', '平方米', '01', Math.round(one.ground + one.teaching * 2.2), 0])
    .line('A6', ['其中：绿化用地面积', '平方米', '02', Math.round(one.ground * 0.3), 0])
    .line('A7', ['　　　运动场地面积', '平方米', '03', one.ground, 0])
    .line('A8', ['图书', '册', '04', pupils * 28, 0])
    .line('A9', ['教室', '间', '05', classes + 4, 0])
    .line('A10', ['其中：网络多媒体教室', '间', '06', one.multimedia, 0])
    .line('A11', ['固定资产总值', '万元', '07', Math.round(one.equipment * 6.4 * 100) / 100, 0])
    .line('A12', ['其中：教学仪器设备资产值', '万元', '08', one.equipment, 0])
}
