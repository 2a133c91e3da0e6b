import type { CodeList, Register } from '../../packs/index.ts'
import { unitKinds } from '../unit-kinds.ts'

/** Other words for the kinds of units, as lists of units use them. */
const kindWords: Readonly<Record<keyof typeof unitKinds, readonly string[]>> = {
  government: ['人民政府', '县政府', '县人民政府', '市人民政府'],
  department: ['政府部门', '行政部门', '机关', '职能部门', '局', '委办局'],
  township: ['乡镇', '街道', '乡', '镇', '街道办事处', '乡镇街道', '民族乡'],
  school: ['中小学', '小学', '初中', '初级中学', '教学点', '九年一贯制学校', '完全中学', '高中', '特殊教育学校'],
  kindergarten: ['园', '幼儿学校', '学前教育机构'],
  inspection_area: ['责任区', '督导责任区', '责任督学区'],
}

export const unitKindCodes: CodeList = {
  id: 'unit_kind',
  title: '单位类别',
  codes: Object.entries(unitKinds).map(([code, { title }]) => {
    const synonyms = Object.entries(kindWords).flatMap(([kind, words]) => (kind === code ? words : []))
    return { code, title, synonyms }
  }),
}

/** A list of units as it is imported and exported: one unit to a row. Blank cells say nothing. */
export const unitRegister: Register = {
  id: 'units',
  title: '单位名册',
  row_is: '个单位',
  period: '时点',
  reporter: '督导办',
  columns: [
    { id: 'unit_id', title: '单位标识', synonyms: ['单位编号', '系统标识'], type: 'text' },
    {
      id: 'name',
      title: '单位名称',
      synonyms: ['名称', '学校名称', '机构名称', '单位', '学校', '单位全称', '学校（机构）名称'],
      type: 'text',
      required: true,
      dimension: 'unit',
    },
    {
      id: 'kind',
      title: '类别',
      synonyms: ['单位类别', '机构类别', '单位类型', '机构类型', '单位性质'],
      type: 'code',
      codes: 'unit_kind',
    },
    {
      id: 'code',
      title: '代码',
      synonyms: ['学校标识码', '学校（机构）标识码', '标识码', '学校代码', '单位代码', '机构代码', '统一社会信用代码'],
      type: 'text',
    },
    { id: 'parent_id', title: '上级单位标识', synonyms: ['上级标识', '上级编号'], type: 'text' },
    {
      id: 'parent',
      title: '上级单位',
      synonyms: [
        '上级单位名称',
        '隶属',
        '隶属单位',
        '主管单位',
        '所属乡镇',
        '所属乡镇（街道）',
        '乡镇',
        '乡镇（街道）',
      ],
      type: 'text',
    },
    { id: 'school_type', title: '办学类型', synonyms: ['学校类型', '学校类别', '办学类别'], type: 'text' },
    {
      id: 'area_code',
      title: '所在区划代码',
      synonyms: ['区划代码', '统计用区划代码', '属地代码', '属地区划代码', '地址代码'],
      type: 'text',
    },
    { id: 'opened_on', title: '设立日期', synonyms: ['成立日期', '建校日期', '建校年月', '设立时间'], type: 'date' },
    { id: 'changed_on', title: '变更日期', synonyms: ['生效日期', '变更时间', '变更生效日期'], type: 'date' },
    { id: 'reason', title: '变更依据', synonyms: ['批准文件', '变更原因', '依据', '文号'], type: 'text' },
  ],
}
