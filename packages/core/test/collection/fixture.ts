import type { CellContent, MergedRange, Sheet, SheetCell } from '@eduduty/core/collection'
import { planReading, readRows, recogniseSheet } from '@eduduty/core/collection'
import type { CodeList, Register } from '@eduduty/core/packs'

type Raw = string | number | boolean | null | undefined | CellContent

export function cell(raw: Raw): SheetCell | undefined {
  if (raw === null || raw === undefined) return undefined
  if (typeof raw === 'string') return raw === '' ? undefined : { content: { kind: 'text', text: raw } }
  if (typeof raw === 'number') return { content: { kind: 'number', text: String(raw) } }
  if (typeof raw === 'boolean') return { content: { kind: 'truth', truth: raw } }
  return { content: raw }
}

interface SheetParts {
  readonly name?: string
  readonly merges?: readonly MergedRange[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
}

export function sheetOf(rows: readonly (readonly Raw[])[], parts: SheetParts = {}): Sheet {
  return {
    name: parts.name ?? 'Sheet1',
    hidden: false,
    rows: rows.map((row) => row.map(cell)),
    merges: parts.merges ?? [],
    hiddenRows: new Set(parts.hiddenRows ?? []),
    hiddenColumns: new Set(parts.hiddenColumns ?? []),
  }
}

export const schoolTypes: CodeList = {
  id: 'school_type',
  title: '学校类型',
  codes: [
    { code: 'primary', title: '小学', synonyms: ['完全小学'] },
    { code: 'junior', title: '初中', synonyms: ['初级中学'] },
    { code: 'nine_year', title: '九年一贯制', synonyms: ['九年一贯制学校'] },
    { code: 'teaching_point', title: '教学点' },
  ],
}

export const schools: Register = {
  id: 'schools',
  title: '学校情况表',
  row_is: '一所学校',
  period: '学年',
  reporter: '学校',
  columns: [
    {
      id: 'name',
      no: 1,
      title: '学校名称',
      synonyms: ['学校', '校名'],
      type: 'text',
      required: true,
      group: '基本信息',
    },
    {
      id: 'type',
      no: 2,
      title: '学校类型',
      synonyms: ['办学类型'],
      type: 'code',
      codes: 'school_type',
      required: true,
      group: '基本信息',
    },
    {
      id: 'code',
      no: 3,
      title: '学校代码',
      synonyms: ['学校标识码'],
      type: 'text',
      required: true,
      dimension: 'school',
      group: '基本信息',
      pattern: { regex: '^\\d{10}$', says: '10 位数字' },
    },
    { id: 'founded', no: 4, title: '建校时间', type: 'year', unit: '年', group: '基本信息' },
    { id: 'dense', no: 7, title: '是否人口密度过高的大城市中心城区学校', type: 'boolean', group: '基本信息' },
    {
      id: 'primary_pupils',
      no: 10,
      title: '小学学生人数',
      synonyms: ['小学在校生数'],
      type: 'integer',
      unit: '人',
      required: true,
      group: '学生信息',
    },
    {
      id: 'junior_pupils',
      no: 11,
      title: '初中学生人数',
      synonyms: ['初中在校生数'],
      type: 'integer',
      unit: '人',
      required: true,
      group: '学生信息',
    },
    {
      id: 'college_primary',
      no: 27,
      title: '专科学历教师人数（小学）',
      synonyms: ['小学教师/专科'],
      type: 'integer',
      unit: '人',
      group: '教师学历信息',
    },
    {
      id: 'bachelor_primary',
      no: 28,
      title: '本科学历教师人数（小学）',
      synonyms: ['小学教师/本科'],
      type: 'integer',
      unit: '人',
      group: '教师学历信息',
    },
    {
      id: 'bachelor_junior',
      no: 29,
      title: '本科学历教师人数（初中）',
      synonyms: ['初中教师/本科'],
      type: 'integer',
      unit: '人',
      group: '教师学历信息',
    },
    { id: 'floor_area', no: 45, title: '教学及辅助用房总面积', type: 'number', unit: '平方米', group: '教学用房面积' },
    {
      id: 'equipment',
      no: 51,
      title: '教学仪器设备资产值（账面原值）',
      synonyms: ['教学仪器设备值'],
      type: 'number',
      unit: '万元',
      max: '100000',
      group: '教学设备',
    },
    { id: 'budget', no: 61, title: '上一年度公用经费预算总额', type: 'number', unit: '万元', group: '经费信息' },
    { id: 'settled', no: 62, title: '上一年度公用经费决算总额', type: 'number', unit: '万元', group: '经费信息' },
  ],
}

export const county: Register = {
  id: 'county_facts',
  title: '区县情况表',
  row_is: '一个区县',
  period: '自然年',
  reporter: '县教育局',
  year_column: 'report_year',
  columns: [
    { id: 'county_name', no: 1, title: '区县名称', type: 'text', required: true },
    {
      id: 'county_code',
      no: 2,
      title: '区县代码',
      type: 'text',
      required: true,
      dimension: 'county',
      pattern: { regex: '^\\d{6}$', says: '6 位数字' },
    },
    { id: 'report_year', no: 3, title: '填报年度', type: 'year', required: true },
    {
      id: 'teacher_pay',
      no: 8,
      title: '上年度义务教育学校教师年平均工资收入水平（不含民办学校）',
      type: 'number',
      unit: '万元',
      required: true,
    },
    { id: 'civil_pay', no: 9, title: '当地公务员年平均工资收入', type: 'number', unit: '万元', required: true },
  ],
}

export const plan = planReading([schools, county], [schoolTypes])

/** Everything read from one sheet, the way the main job does it. */
export function read(sheet: Sheet, file = '2024/学校.xlsx', extra: { defaultYear?: number } = {}) {
  const reading = recogniseSheet(sheet, plan)
  const parts = reading.found.map((recognition) => {
    const register = plan.indexes.find((index) => index.register.id === recognition.register)?.register ?? schools
    return readRows(sheet, recognition, { file, register, plan, ...extra })
  })
  return { reading, rows: parts.flatMap((part) => part.rows), findings: parts.flatMap((part) => part.findings) }
}
