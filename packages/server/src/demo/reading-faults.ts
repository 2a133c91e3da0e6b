import { county, getSchool, judgedYear } from './county.ts'
import type { Expectation, PlantedFault } from './planted-fault.ts'

const code = (name: string) => getSchool(name).code
const refused = (...codes: string[]): Expectation => ({ kind: 'finding', codes, level: 'error' })
const year = judgedYear

/** Faults that the reading of workbooks has to see: cells, codes, files. */
export const readingFaults: readonly PlantedFault[] = [
  {
    id: 'R01',
    title: '校内体育场面积写成“约500”',
    year,
    changes: [{ register: 'school_form', unit: code('石桥镇初级中学'), column: 'ground_area', value: '约500' }],
    expect: [
      refused('approximate'),
      {
        kind: 'judgement',
        node: 'sport_area_per_pupil',
        subject: `${code('石桥镇初级中学')}/初中`,
        status: 'undecided',
      },
    ],
    shown: '数据问题清单与退回工作簿红格；该校初中生均体育运动场馆面积待定，初中该项差异系数待定并点名该校',
  },
  {
    id: 'R02',
    title: '随迁子女人数写成“无”',
    year,
    changes: [{ register: 'school_form', unit: code('青竹镇竹坪小学'), column: 'migrant_pupils', value: '无' }],
    expect: [refused('placeholder')],
    shown: '数据问题清单与退回工作簿红格：应填0，不能写“无”',
  },
  {
    id: 'R03',
    title: '小间音乐教室间数写成“/”',
    year,
    changes: [{ register: 'school_form', unit: code('东河镇中心小学'), column: 'music_rooms_61', value: '/' }],
    expect: [refused('placeholder')],
    shown: '数据问题清单与退回工作簿红格',
  },
  {
    id: 'R04',
    title: '公用经费决算是失效公式 #REF!',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('白沙镇中心小学'),
        column: 'public_funds_settled',
        value: { accident: 'error', text: '#REF!' },
      },
    ],
    expect: [refused('error_value')],
    shown: '数据问题清单与退回工作簿红格',
  },
  {
    id: 'R05',
    title: '班级数“3-5”被表格软件变成日期',
    year,
    changes: [
      {
        register: 'school_form',
        unit: code('石桥镇第二小学'),
        column: 'classes_31_35',
        value: { accident: 'date', serial: 45_721 },
      },
    ],
    expect: [refused('date_in_number')],
    shown: '数据问题清单与退回工作簿红格',
  },
  {
    id: 'R06',
    title: '身份证号被存成浮点数，末几位已丢失',
    year,
    changes: [
      {
        register: 'school_supplement',
        unit: code('柳林镇初级中学'),
        column: 'proof_migrant',
        value: 990_121_201_203_150_000,
      },
    ],
    expect: [refused('code_became_number')],
    shown: '数据问题清单与退回工作簿红格：号码已不可恢复，应以文本重填',
  },
  {
    id: 'R07',
    title: '随迁子女人数是负数',
    year,
    changes: [{ register: 'school_form', unit: code('湖滨街道中心小学'), column: 'migrant_pupils', value: -3 }],
    expect: [refused('negative')],
    shown: '数据问题清单与退回工作簿红格',
  },
  {
    id: 'R08',
    title: '名册里的举办者类型“教办”不在代码表中',
    year,
    changes: [{ register: 'school_roster', unit: code('东河镇上游小学'), column: 'sponsor', value: '教办' }],
    expect: [refused('unknown_code')],
    shown: '数据问题清单；申报表Ⅱ-2该校举办者类型空缺',
  },
  {
    id: 'R09',
    title: '同一学校的补充表报了两次，数字不一样',
    year,
    file: `${year}/学校填报/青竹镇/青竹镇第二小学（补报）.xlsx`,
    expect: [refused('duplicate_unit')],
    shown: '数据问题清单：两处都点名，两处都不采用',
  },
  {
    id: 'R10',
    title: '名册里没有的学校交来填报表',
    year,
    file: `${year}/学校填报/青竹镇/青竹镇希望小学.xlsx`,
    expect: [refused('unknown_unit')],
    shown: '数据问题清单：学校代码不在学校名册中',
  },
  {
    id: 'R11',
    title: '扩展名是 .xls，内容其实是网页',
    year,
    file: `${year}/部门数据/校舍统计（系统导出）.xls`,
    expect: [refused('html_as_workbook')],
    shown: '文件清单与数据问题清单：请在表格软件中另存为 xlsx',
  },
  {
    id: 'R12',
    title: '加了打开密码的工作簿',
    year,
    file: `${year}/部门数据/教师工资明细.xlsx`,
    expect: [refused('encrypted_file')],
    shown: '文件清单与数据问题清单：请去掉密码后再交',
  },
  {
    id: 'R13',
    title: '上传中断，只剩半个文件',
    year,
    file: `${year}/学校填报/白沙镇/白沙镇初级中学（第一次上传）.xlsx`,
    expect: [refused('broken_file')],
    shown: '文件清单与数据问题清单：文件已损坏，请重新上传（同校完整的工作簿照常采用）',
  },
  {
    id: 'R14',
    title: '民办学校汇总表的设备值以“元”为单位',
    year,
    changes: [],
    file: `${year}/部门数据/民办学校汇总表.xlsx`,
    expect: [{ kind: 'finding', codes: ['unit_converted'], level: 'repair' }],
    shown: '数据问题清单（修正）：按表头的“元”准确换算成万元，不影响结论',
  },
  {
    id: 'R15',
    title: '上一年艺术科目校际差异率把 0.132 写成 13.2',
    year: 2024,
    changes: [{ register: 'county_monitoring', unit: '艺术', column: 'between_school_variation', value: 13.2 }],
    expect: [refused('out_of_range')],
    shown: '数据问题清单；2024年质量监测一项待定',
  },
  {
    id: 'R16',
    title: '一项定性指标没有列佐证材料',
    year,
    changes: [{ register: 'county_ratings', unit: '质量6', column: 'evidence', value: null }],
    expect: [refused('required_blank'), { kind: 'check', check: 'rating_evidence', unit: '' }],
    shown: `数据问题清单；${county.name}教育质量第6项缺佐证材料`,
  },
]
