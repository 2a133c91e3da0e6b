import type { Register } from '../../packs/index.ts'

const code: Register['columns'][number] = {
  id: 'code',
  title: '区划代码',
  synonyms: ['代码', '行政区划代码', '统计用区划代码', '统计用区划代码（12位）', '编码', '区划编码'],
  type: 'text',
  required: true,
  dimension: 'area',
}

const name: Register['columns'][number] = {
  id: 'name',
  title: '区划名称',
  synonyms: ['名称', '单位名称', '行政区划名称', '地名'],
  type: 'text',
  required: true,
}

/** A list of areas with their dates. Blank cells say nothing. */
export const areaRegister: Register = {
  id: 'areas',
  title: '行政区划',
  row_is: '个区划',
  period: '时点',
  reporter: '督导办',
  columns: [
    code,
    name,
    { id: 'since', title: '启用日期', synonyms: ['生效日期', '起始日期', '设立日期'], type: 'date' },
    { id: 'until', title: '停用日期', synonyms: ['撤销日期', '截止日期', '失效日期'], type: 'date' },
    {
      id: 'successor',
      title: '承接区划代码',
      synonyms: ['承接代码', '并入区划代码', '变更后代码', '新代码'],
      type: 'text',
    },
    { id: 'source', title: '来源', synonyms: ['版本', '依据', '批准文件', '数据来源'], type: 'text' },
  ],
}

/** The same with nothing but code and name, as published lists are. */
export const plainAreaRegister: Register = { ...areaRegister, columns: [code, name] }
