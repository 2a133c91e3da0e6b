import { SheetPad } from './sheet-pad.ts'
import type { SchoolPlan, StagePlan } from './statistics-plan.ts'

/**
 * The statistics sheets of one school in the layout of 2021–22: figures stand at the cells that working readers of
 * those years use (3112 I6, 4155 C9–C12 …). The wording between them is ours: nobody here has the official forms.
 */
export function drawStatistics(school: SchoolPlan): readonly SheetPad[] {
  const { primary, junior, seniorPupils } = school
  return [
    drawSchool(school),
    drawBackbone(school),
    ...(primary === undefined
      ? []
      : [
          drawClasses(school, '教基2106', '小学班数、班额情况', primary),
          drawPrimaryPupils(school, primary),
          drawPrimaryTeachers(school, primary),
        ]),
    ...(junior === undefined
      ? []
      : [
          drawClasses(school, '教基2107', '初中班数、班额情况', junior),
          drawOlderPupils(school, '教基3115', '初中分类型学生数', junior.pupils, [
            '一年级',
            '二年级',
            '三年级',
            '四年级',
          ]),
          drawJuniorTeachers(school, junior),
        ]),
    ...(seniorPupils === undefined
      ? []
      : [drawOlderPupils(school, '教基3118', '普通高中分类型学生数', seniorPupils, ['一年级', '二年级', '三年级'])]),
    drawTitles(school),
    drawBuildings(school),
    drawAssets(school),
  ]
}

function start(school: SchoolPlan, number: string, title: string, last: string): SheetPad {
  return new SheetPad(number)
    .put('A1', title)
    .merge('A1', `${last}1`)
    .put('A2', `学校（机构）名称：${school.name}`)
    .put('C2', `学校（机构）标识码：${school.code}`)
    .put('E2', `表　号：${number}`)
    .put('G2', `${school.year}—${school.year + 1}学年初`)
}

function drawSchool(school: SchoolPlan): SheetPad {
  return new SheetPad('教基1001')
    .put('A1', '学校（机构）基本情况')
    .line('A3', ['学校（机构）名称', '01', school.name])
    .line('A4', ['学校（机构）标识码', '02', school.code])
    .line('A5', ['学校创办时间', '03', '1958年'])
    .put('E1', '表号：教基1001')
}

function drawBackbone(school: SchoolPlan): SheetPad {
  return start(school, '教基1102续', '学校（机构）其他情况（续）', 'D')
    .line('A3', ['指标名称', '计量单位', '代码', '数量'])
    .line('A4', ['甲', '乙', '丙', '1'])
    .line('A5', ['兼职校医', '人', '01', 1])
    .line('A6', ['专职保健人员', '人', '02', 0])
    .line('A11', ['特级教师', '人', '07', 2])
    .line('A12', ['县级以上骨干教师（小学）', '人', '08', school.primary?.backbone ?? 0])
    .line('A13', ['县级以上骨干教师（初中）', '人', '09', school.junior?.backbone])
    .put('A15', '注：骨干教师按县级以上教育行政部门认定的人数填。')
}

function drawClasses(school: SchoolPlan, number: string, title: string, stage: StagePlan): SheetPad {
  const pad = start(school, number, title, 'F')
    .line('A3', ['指标名称', '代码', '合计', '一年级', '二年级', '三年级'])
    .line('A4', ['甲', '乙', '1', '2', '3', '4'])
    .line('A5', ['总计', '01', stage.classes, 9, 9, 9])
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
  for (const [order, band] of bands.entries())
    pad.line(`A${6 + order}`, [band, String(order + 2).padStart(2, '0'), order === 4 ? stage.classes : 0])
  return pad
}

function drawPrimaryPupils(school: SchoolPlan, stage: StagePlan): SheetPad {
  return start(school, '教基3112', '小学分类型学生数', 'Q')
    .line('A3', [
      '指标名称',
      '代码',
      '毕业生数',
      '招生数',
      '#接受过学前教育',
      undefined,
      undefined,
      undefined,
      '在校生数',
    ])
    .line('E4', [
      '未接受过',
      '一年',
      '两年',
      '三年',
      '合计',
      '#女',
      '一年级',
      '二年级',
      '三年级',
      '四年级',
      '五年级',
      '六年级',
      '预计毕业生数',
    ])
    .merge('A3', 'A4')
    .merge('B3', 'B4')
    .merge('C3', 'C4')
    .merge('D3', 'D4')
    .merge('E3', 'H3')
    .merge('I3', 'Q3')
    .line('A5', ['甲', '乙', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    .line('A6', ['总计', '01', 190, 205, 0, 0, 5, 200, stage.pupils, 570, 205, 200, 200, 198, 200, 195, 195])
    .line('A7', ['#女', '02', 90, 98, 0, 0, 2, 96, 570, '—', 98, 95, 95, 94, 96, 92, 92])
    .line('A8', ['#寄宿生', '05', 0, 0, 0, 0, 0, 0, 12, 5, 2, 2, 2, 2, 2, 2, 2])
    .line('A9', ['#进城务工人员随迁子女', '09', 20, 31, 0, 0, 1, 30, 160, 75, 31, 30, 28, 26, 25, 20, 20])
    .put('A11', '单位负责人：　　　填表人：　　　联系电话：')
}

function drawOlderPupils(
  school: SchoolPlan,
  number: string,
  title: string,
  pupils: number,
  grades: readonly string[],
): SheetPad {
  const last = 5 + grades.length
  return start(school, number, title, 'K')
    .line('A3', ['指标名称', '代码', '毕业生数', '招生数', '在校生数'])
    .line('E4', ['合计', '#女', ...grades, '预计毕业生数'])
    .merge('A3', 'A4')
    .merge('B3', 'B4')
    .merge('C3', 'C4')
    .merge('D3', 'D4')
    .merge('E3', `${String.fromCharCode(65 + last)}3`)
    .line('A5', ['甲', '乙', 1, 2, 3, 4])
    .line('A6', ['总计', '01', 188, 204, pupils, 290, ...grades.map(() => 204)])
    .line('A7', ['#女', '02', 88, 96, 290, '—', ...grades.map(() => 97)])
}

const DEGREES = ['博士研究生', '硕士研究生', '本科', '专科'] as const

function drawPrimaryTeachers(school: SchoolPlan, stage: StagePlan): SheetPad {
  const pad = start(school, '教基4155', '小学专任教师分课程、分学历情况', 'U')
    .line('A3', ['指标名称', '代码', '合计', '#女', '#按授课课程分'])
    .line('E4', ['道德与法治', '语文', '数学', '外语', '科学', '劳动', '信息技术', '体育与健康', '艺术'])
    .put('M4', '艺术')
    .line('M5', ['计', '音乐', '美术', '艺术'])
    .line('Q4', ['综合实践活动', '其他', '本学年不授课'])
    .merge('A3', 'A5')
    .merge('B3', 'B5')
    .merge('C3', 'C5')
    .merge('D3', 'D5')
    .merge('E3', 'S3')
    .merge('M4', 'P4')
  for (const column of 'EFGHIJKLQRS') pad.merge(`${column}4`, `${column}5`)
  const { pe, music, fineArt, arts } = stage
  pad.line('A6', [
    '总计',
    '01',
    stage.teachers,
    50,
    3,
    20,
    16,
    5,
    3,
    1,
    1,
    pe,
    music + fineArt + arts,
    music,
    fineArt,
    arts,
    2,
    1,
    0,
  ])
  pad.line('A7', ['#女', '02', 50, '—', 2, 18, 12, 4, 1, 0, 0, 1, 5, 3, 2, 0, 1, 1, 0])
  pad.line('A8', ['#少数民族', '03', 2, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  for (const [order, degree] of DEGREES.entries())
    pad.line(`A${9 + order}`, [degree, `0${4 + order}`, stage.degrees[order], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  return pad.line('A13', ['高中阶段', '08', 1]).line('A14', ['高中阶段以下', '09', 0])
}

function drawJuniorTeachers(school: SchoolPlan, stage: StagePlan): SheetPad {
  const subjects = [
    '道德与法治',
    '语文',
    '数学',
    '英语',
    '日语',
    '俄语',
    '其他外语',
    '历史',
    '地理',
    '物理',
    '化学',
    '生物学',
    '科学',
    '劳动',
    '通用技术',
    '信息技术',
  ]
  const pad = start(school, '教基4156', '中学专任教师分课程、分学历情况', 'Z')
    .line('A3', ['指标名称', '代码', '合计', '#女', '#按授课课程分'])
    .line('E4', [...subjects, '体育与健康', '艺术'])
    .line('V5', ['音乐', '美术', '艺术'])
    .line('Y4', ['其他', '本学年不授课'])
    .merge('A3', 'A5')
    .merge('B3', 'B5')
    .merge('C3', 'C5')
    .merge('D3', 'D5')
    .merge('E3', 'Z3')
    .merge('V4', 'X4')
  for (const column of 'EFGHIJKLMNOPQRSTUYZ') pad.merge(`${column}4`, `${column}5`)
  pad.line('A6', ['初中', '01', stage.teachers, 30])
  pad.line('U6', [stage.pe, stage.music, stage.fineArt, stage.arts, 2, 0])
  pad.line('A7', ['#女', '02', 30, '—']).line('A8', ['#少数民族', '03', 1, 0]).put('A9', '按学历分')
  for (const [order, degree] of DEGREES.slice(0, 3).entries())
    pad.line(`A${10 + order}`, [degree, `0${4 + order}`, stage.degrees[order], 0])
  return pad
    .line('A13', ['专科', '07', stage.degrees[3], 0])
    .line('A14', ['普通高中', '09', 0, 0])
    .line('A15', ['#女', '10', 0, '—'])
    .line('A18', ['博士研究生', '12', 0])
    .line('A19', ['硕士研究生', '13', 0])
    .line('A20', ['本科', '14', 0])
}

function drawTitles(school: SchoolPlan): SheetPad {
  return start(school, '教基4153', '专任教师分专业技术职务、分年龄情况', 'E')
    .line('A3', ['指标名称', '代码', '合计', '#女', '24岁及以下'])
    .line('A5', ['小学', '01', 60, 40, 2])
    .line('A8', ['正高级', '04', 0, 0, 0])
    .line('A9', ['副高级', '05', 6, 4, 0])
    .line('A10', ['中级', '06', 30, 20, 0])
}

/** Rows of 5170 with the order of the yearbook's table of buildings. */
const BUILDINGS = [
  '总计',
  '#危房',
  '#当年新增',
  '#被外单位租用',
  '一、教学及辅助用房',
  '教室',
  '专用教室',
  '#理化生实验室',
  '其他',
  '公共教学用房',
  '#图书阅览室',
  '室内体育用房',
  '心理辅导室',
  '其他',
  '二、行政办公用房',
  '三、生活用房',
] as const

function drawBuildings(school: SchoolPlan): SheetPad {
  const pad = start(school, '教基5170', '中小学校舍情况', 'H')
    .put('H2', '单位：平方米')
    .line('A3', ['指标名称', '代码', '上学年校舍建筑面积', '增加面积', '减少面积', '本学年校舍建筑面积'])
    .line('F4', ['合计', '#非学校产权', '#正在施工'])
    .merge('F3', 'H3')
    .line('A5', ['甲', '乙', 1, 2, 3, 4, 5, 6])
  for (const column of 'ABCDE') pad.merge(`${column}3`, `${column}4`)
  for (const [order, label] of BUILDINGS.entries()) {
    const own = order === 4 ? school.teaching : order === 11 ? school.indoorSport : 10 + order
    pad.line(`A${6 + order}`, [label, String(order + 1).padStart(2, '0'), own, 0, 0, own, 0, 0])
  }
  return pad
}

function drawAssets(school: SchoolPlan): SheetPad {
  return start(school, '教基5176', '中小学占地面积及其他办学条件', 'E')
    .line('A3', ['指标名称', '计量单位', '代码', '合计', '#非学校产权'])
    .line('A4', ['甲', '乙', '丙', 1, 2])
    .line('A5', ['占地面积', '平方米', '01', 30000, 0])
    .line('A6', ['其中：绿化用地面积', '平方米', '02', 4000, 0])
    .line('A7', ['　　　运动场地面积', '平方米', '03', school.ground, 0])
    .line('A12', ['图书', '册', '08', school.books, 0])
    .line('A15', ['计算机数', '台', '11', 210, 0])
    .line('A16', ['教室', '间', '12', 60, 0])
    .line('A17', ['其中：网络多媒体教室', '间', '13', school.multimedia, 0])
    .line('A18', ['固定资产总值', '万元', '14', 2100.4, 0])
    .line('A19', ['其中：教学仪器设备资产值', '万元', '15', school.equipment, 0])
}
