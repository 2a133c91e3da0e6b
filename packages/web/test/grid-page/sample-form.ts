import type { CellPatch, GridColumn, GridRow } from '../../src/platform/grid/grid-model.ts'

/** Invented items of every kind. */
export const columns: readonly GridColumn[] = [
  {
    id: 'kind',
    title: '学校类型',
    group: '基本信息',
    kind: 'code',
    required: true,
    width: 140,
    codes: [
      { code: '21', title: '小学', initials: 'xx', synonyms: ['完全小学'] },
      { code: '31', title: '初级中学', initials: 'cjzx' },
      { code: '34', title: '九年一贯制学校', initials: 'jnygzxx' },
      { code: '12', title: '教学点', initials: 'jxd' },
    ],
  },
  { id: 'founded', title: '建校年份', group: '基本信息', kind: 'year', width: 92, min: '1800', max: '2100' },
  { id: 'checked', title: '核查日期', group: '基本信息', kind: 'date', width: 116, hint: '按现场核查当日填写。' },
  { id: 'boarding', title: '寄宿制', group: '基本信息', kind: 'boolean', width: 84 },
  { id: 'pupils', title: '学生人数', group: '学生与校舍', unit: '人', kind: 'integer', required: true, width: 112 },
  { id: 'classes', title: '班级总数', group: '学生与校舍', unit: '个', kind: 'integer', required: true, width: 104 },
  { id: 'area', title: '教学及辅助用房', group: '学生与校舍', unit: '平方米', kind: 'number', width: 136 },
  { id: 'note', title: '说明', group: '学生与校舍', kind: 'text', width: 180 },
]

export function rowsOf(count: number, hasGroups: boolean): readonly GridRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `s${index + 1}`,
    label: `虚构第${index + 1}学校`,
    ...(hasGroups && { group: index < count / 2 ? '东岭镇（虚构）' : '西坪镇（虚构）' }),
  }))
}

/** A few cells of each state; the rest empty, or filled when the grid is to be full. */
export function initialCells(rows: readonly GridRow[], isFull: boolean): readonly CellPatch[] {
  const put = (row: string, column: string, cell: CellPatch['cell']): CellPatch => ({ row, column, cell })
  const full = rows.flatMap(({ id }, index) => [
    put(id, 'founded', { text: String(1950 + (index % 60)), state: 'saved' }),
    put(id, 'pupils', { text: String(100 + index), state: 'saved' }),
    put(id, 'classes', { text: String(6 + (index % 12)), state: 'saved' }),
    put(id, 'area', { text: `${1200 + index}.5`, state: 'saved' }),
  ])
  return [
    ...(isFull ? full : full.slice(0, 8)),
    put('s1', 'kind', { text: '21', state: 'saved' }),
    put('s2', 'area', { text: '980', state: 'commented', message: '与上年相差三成，请附说明', by: '督导员 · 林初审' }),
    put('s3', 'pupils', {
      text: '412',
      state: 'locked',
      message: '中心校初审已通过，12月5日前不能改；需要改的请中心校退回',
      by: '中心校 · 周初审',
    }),
    put('s3', 'classes', { text: '9', state: 'locked', message: '中心校初审已通过', by: '中心校 · 周初审' }),
  ]
}
