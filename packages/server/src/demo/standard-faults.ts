import type { Answers } from './answers.ts'
import { getSchool, judgedYear } from './county.ts'
import type { Expectation, PlantedFault } from './planted-fault.ts'

const code = (name: string) => getSchool(name).code
const number = (answers: Answers, column: string): number => {
  const value = answers[column]
  return typeof value === 'number' ? value : 0
}
const fires = (check: string, name: string): Expectation => ({ kind: 'check', check, unit: code(name) })
const year = judgedYear

/** Faults that only the standards and the checks between cells can see: every cell reads well by itself. */
export const standardFaults: readonly PlantedFault[] = [
  {
    id: 'S01',
    title: '小学生均体育运动场馆面积的校际差异系数超过0.50：村小场地大，城区学校场地紧',
    year,
    expect: [{ kind: 'judgement', node: 'cv_sport_area', subject: '小学', status: 'unmet' }],
    shown: '校际均衡：小学该项差异系数未达标，差异系数页列出各校贡献',
  },
  {
    id: 'S02',
    title: '一个48人的小学班',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('湖滨街道望湖小学'),
        column: 'classes_41_45',
        value: (row) => number(row, 'classes_41_45') - 1,
      },
      {
        register: 'school_form',
        unit: code('湖滨街道望湖小学'),
        column: 'classes_46_50',
        value: (row) => number(row, 'classes_46_50') + 1,
      },
      { register: 'school_stage_form', unit: `${code('湖滨街道望湖小学')}/小学`, column: 'largest_class', value: 48 },
      { register: 'school_stage_form', unit: `${code('湖滨街道望湖小学')}/小学`, column: 'oversize_classes', value: 1 },
    ],
    expect: [{ kind: 'judgement', node: 'gov_05', subject: code('湖滨街道望湖小学'), status: 'unmet' }],
    shown: '政府保障程度第5项未达标，点名该校',
  },
  {
    id: 'S03',
    title: '一所初中没有交表',
    year,
    withheld: '南山乡初级中学',
    expect: [
      { kind: 'missing_school', unit: code('南山乡初级中学') },
      { kind: 'judgement', node: 'cv_equipment', subject: '初中', status: 'undecided' },
    ],
    shown: '覆盖情况列出未报学校；初中各项差异系数待定，点名“补报即可定”的学校',
  },
  {
    id: 'S04',
    title: '专任教师总人数少于各学历人数之和',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('柳林镇中心小学'),
        column: 'teachers',
        value: (row) => learnedTeachers(row) - 2,
      },
      {
        register: 'school_form',
        unit: code('柳林镇中心小学'),
        column: 'certified_teachers',
        value: (row) => learnedTeachers(row) - 2,
      },
      {
        register: 'school_form',
        unit: code('柳林镇中心小学'),
        column: 'trained_teachers',
        value: (row) => learnedTeachers(row) - 2,
      },
      {
        register: 'school_stage_form',
        unit: `${code('柳林镇中心小学')}/小学`,
        column: 'teachers',
        value: (row) => number(row, 'teachers') - 4,
      },
    ],
    expect: [fires('degrees_within_teachers', '柳林镇中心小学')],
    shown: '数据问题清单（核对）：两个数都列出',
  },
  {
    id: 'S05',
    title: '一所小学第7项只达到标准的82%',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('青竹镇中心小学'),
        column: 'teaching_area',
        value: (row) =>
          Math.round((number(row, 'indoor_sport_area') + number(row, 'primary_pupils') * 4.5 * 0.82) * 100) / 100,
      },
    ],
    expect: [{ kind: 'judgement', node: 'school_overall', subject: `${code('青竹镇中心小学')}/小学`, status: 'unmet' }],
    shown: '学校表：该校综合评估未达标，差额倒算到平方米',
  },
  {
    id: 'S06',
    title: '一所小学第7项恰好是标准的85%',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('东河镇中心小学'),
        column: 'equipment_value',
        value: (row) => Math.round(number(row, 'primary_pupils') * 17) / 100,
      },
    ],
    expect: [{ kind: 'judgement', node: 'school_overall', subject: `${code('东河镇中心小学')}/小学`, status: 'met' }],
    shown: '学校表：该项未达标但恰在85%线上，综合评估达标',
  },
  {
    id: 'S07',
    title: '设备值按元填进了万元格，大了一万倍',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('枫岭乡鹰嘴岩教学点'),
        column: 'equipment_value',
        value: (row) => Math.round(number(row, 'equipment_value') * 10_000),
      },
    ],
    expect: [fires('equipment_unit', '枫岭乡鹰嘴岩教学点')],
    shown: '数据问题清单（核对）：生均设备值不合常理，疑似单位错误（不足50人教学点，不进入差异系数）',
  },
  {
    id: 'S08',
    title: '不足100人的学校只按实际人数拨付公用经费',
    year,
    changes: [
      {
        register: 'school_supplement',
        unit: code('白沙镇沙坝小学'),
        column: 'last_year_allocation',
        value: (row) => Math.round(number(row, 'last_year_pupils') * 8) / 100,
      },
    ],
    expect: [{ kind: 'judgement', node: 'gov_06', subject: code('白沙镇沙坝小学'), status: 'unmet' }],
    shown: '政府保障程度第6项未达标：应按100人核定，点名该校和差额',
  },
  {
    id: 'S09',
    title: '完全中学没有报高中学生数，共用资源无法拆分',
    year,
    changes: [{ register: 'school_supplement', unit: code('柳林镇第二中学'), column: 'senior_pupils', value: null }],
    expect: [
      {
        kind: 'judgement',
        node: 'room_area_per_pupil',
        subject: `${code('柳林镇第二中学')}/初中`,
        status: 'undecided',
      },
      fires('senior_pupils_given', '柳林镇第二中学'),
    ],
    shown: '学校表：该校初中四项共用资源待定，说明缺高中学生人数',
  },
  {
    id: 'S10',
    title: '一所初中的巩固率算出来超过100%',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('青竹镇初级中学'),
        column: 'graduates',
        value: (row) => number(row, 'entrants') + number(row, 'transfers_in') - number(row, 'transfers_out') + 2,
      },
    ],
    expect: [fires('graduates_within_roll', '青竹镇初级中学')],
    shown: '数据问题清单（核对）：毕业人数大于应毕业人数',
  },
  {
    id: 'S11',
    title: '一所小学有两名教师培训不满360学时',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('新安街道文昌小学'),
        column: 'trained_teachers',
        value: (row) => number(row, 'teachers') - 2,
      },
    ],
    expect: [{ kind: 'judgement', node: 'gov_09', subject: code('新安街道文昌小学'), status: 'unmet' }],
    shown: '政府保障程度第9项：应为100%，还差2名教师，点名该校',
  },
]

function learnedTeachers(row: Answers): number {
  return ['primary_college', 'primary_bachelor', 'primary_master', 'primary_doctor'].reduce(
    (sum, column) => sum + number(row, column),
    0,
  )
}
