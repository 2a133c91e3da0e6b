import type { StageFigures } from '../stage-figures.ts'
import { startPad } from './start-pad.ts'
import type { StatisticsPad } from './statistics-pad.ts'
import type { StatisticsSchool } from './statistics-school.ts'

const bands = [
  '25人及以下',
  '26-30人',
  '31-35人',
  '36-40人',
  '41-45人',
  '46-50人',
  '51-55人',
  '56-60人',
  '61-65人',
  '66人及以上',
]
const most = [25, 30, 35, 40, 45, 50, 55, 60, 65, Number.POSITIVE_INFINITY]
const degrees = ['博士研究生', '硕士研究生', '本科', '专科'] as const

/** About half of what is counted. */
const half = (count: number): number => Math.round(count * 0.48)

/** 教基1102续: teachers who were named backbone teachers. */
export function drawBackbone(one: StatisticsSchool): StatisticsPad {
  return startPad(one, '教基1102续', '学校（机构）其他情况（续）', 'D')
    .line('A3', ['指标名称', '计量单位', '代码', '数量'], 'heading')
    .line('A4', ['甲', '乙', '丙', '1'], 'heading')
    .line('A5', ['特级教师', '人', '01', 0])
    .line('A6', ['县级以上骨干教师（小学）', '人', '02', one.primary?.backbone ?? 0])
    .line('A7', ['县级以上骨干教师（初中）', '人', '03', one.junior?.backbone ?? 0])
}

/** 教基2106, 教基2107: classes by size. */
export function drawClasses(one: StatisticsSchool, stage: StageFigures): StatisticsPad {
  const number = stage.stage === '小学' ? '教基2106' : '教基2107'
  const pad = startPad(one, number, `${stage.stage}班数、班额情况`, 'D')
    .line('A3', ['指标名称', '代码', '合计', '其中：复式班'], 'heading')
    .line('A4', ['甲', '乙', '1', '2'], 'heading')
    .line('A5', ['总计', '01', stage.classSizes.length, 0])
  for (const [order, band] of bands.entries()) {
    const [least, top] = [order === 0 ? 0 : (most[order - 1] ?? 0), most[order] ?? 0]
    const count = stage.classSizes.filter((size) => size > least && size <= top).length
    pad.line(`A${6 + order}`, [band, String(order + 2).padStart(2, '0'), count, 0])
  }
  return pad
}

/** 教基3112, 教基3115: pupils by grade. */
export function drawPupils(one: StatisticsSchool, stage: StageFigures): StatisticsPad {
  const primary = stage.stage === '小学'
  const grades = primary
    ? ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']
    : ['一年级', '二年级', '三年级', '四年级']
  const used = primary ? 6 : 3
  const perGrade = grades.map((_, at) => (at >= used ? 0 : Math.floor((stage.pupils + used - 1 - at) / used)))
  const last = String.fromCharCode(70 + grades.length)
  const [entered, left] = [perGrade[0] ?? 0, perGrade[used - 1] ?? 0]
  const total = [left, entered, stage.pupils, half(stage.pupils), ...perGrade]
  return startPad(one, primary ? '教基3112' : '教基3115', `${stage.stage}分类型学生数`, last)
    .over('A3', 'A4', '指标名称')
    .over('B3', 'B4', '代码')
    .over('C3', 'C4', '毕业生数')
    .over('D3', 'D4', '招生数')
    .over('E3', `${last}3`, '在校生数')
    .line('E4', ['合计', '#女', ...grades], 'heading')
    .line('A5', ['甲', '乙', '1', '2', '3', '4', ...grades.map((_, at) => String(at + 5))], 'heading')
    .line('A6', ['总计', '01', ...total])
    .line('A7', ['#女', '02', ...total.map((count, at) => (at === 3 ? '—' : half(count)))])
}

/** 教基3118: pupils of the upper grades, who share the rooms. */
export function drawSeniors(one: StatisticsSchool): StatisticsPad {
  const pupils = one.school.seniorPupils
  const third = [0, 1, 2].map((at) => Math.floor((pupils + 2 - at) / 3))
  return startPad(one, '教基3118', '普通高中分类型学生数', 'I')
    .over('A3', 'A4', '指标名称')
    .over('B3', 'B4', '代码')
    .over('C3', 'C4', '毕业生数')
    .over('D3', 'D4', '招生数')
    .over('E3', 'I3', '在校生数')
    .line('E4', ['合计', '#女', '一年级', '二年级', '三年级'], 'heading')
    .line('A5', ['甲', '乙', '1', '2', '3', '4', '5', '6', '7'], 'heading')
    .line('A6', ['总计', '01', third[2] ?? 0, third[0] ?? 0, pupils, half(pupils), ...third])
}

/** 教基4155, 教基4156: teachers by subject and by degree. */
export function drawTeachers(one: StatisticsSchool, stage: StageFigures): StatisticsPad {
  const primary = stage.stage === '小学'
  const { teachers, physical, music, fineArt, arts } = stage
  const others = teachers - physical - music - fineArt - arts
  const [chinese, mathematics] = [Math.ceil(others * 0.42), Math.floor(others * 0.36)]
  const rest = others - chinese - mathematics
  const artists = music + fineArt + arts
  const pad = startPad(
    one,
    primary ? '教基4155' : '教基4156',
    `${primary ? '小学' : '中学'}专任教师分课程、分学历情况`,
    'M',
  )
    .over('A3', 'A5', '指标名称')
    .over('B3', 'B5', '代码')
    .over('C3', 'C5', '合计')
    .over('D3', 'D5', '#女')
    .over('E3', 'M3', '#按授课课程分')
    .over('E4', 'E5', '语文')
    .over('F4', 'F5', '数学')
    .over('G4', 'G5', primary ? '外语' : '英语')
    .over('H4', 'H5', '体育与健康')
    .over('I4', 'L4', '艺术')
    .line('I5', ['计', '音乐', '美术', '艺术'], 'heading')
    .over('M4', 'M5', '其他')
    .line('A6', [primary ? '总计' : '初中', '01', teachers, half(teachers), chinese, mathematics, rest, physical])
    .line('I6', [artists, music, fineArt, arts, 0])
    .line('A7', ['#女', '02', half(teachers), '—'])
  const counts = [
    stage.doctor,
    stage.master,
    stage.bachelor,
    primary ? stage.college : teachers - stage.doctor - stage.master - stage.bachelor,
  ]
  for (const [order, degree] of degrees.entries())
    pad.line(`A${8 + order}`, [degree, `0${3 + order}`, counts[order] ?? 0, half(counts[order] ?? 0)])
  const below = primary ? teachers - counts.reduce((sum, count) => sum + count, 0) : 0
  return pad.line('A12', ['高中阶段', '07', below, 0])
}
