export type VerticalPart = 'no' | 'group' | 'title' | 'unit' | 'required' | 'value' | 'note'

/** How one office draws the official vertical form. Rows and columns count from 0. */
export interface VerticalLayout {
  readonly top: number
  readonly left: number
  readonly parts: readonly VerticalPart[]
  readonly mergesGroups: boolean
  readonly headingFill: string
  readonly font: string
  /** Lines under the form, as offices leave them. */
  readonly footnotes: readonly string[]
}

export const verticalLayouts: readonly VerticalLayout[] = [
  {
    top: 0,
    left: 0,
    parts: ['no', 'group', 'title', 'unit', 'required', 'value', 'note'],
    mergesGroups: true,
    headingFill: 'D9E2F3',
    font: '宋体',
    footnotes: ['注：本表由学校填报，校长签字后报县教育局。'],
  },
  {
    top: 1,
    left: 1,
    parts: ['group', 'no', 'title', 'value', 'unit', 'note'],
    mergesGroups: true,
    headingFill: 'E2EFDA',
    font: '仿宋',
    footnotes: [],
  },
  {
    top: 0,
    left: 0,
    parts: ['no', 'title', 'unit', 'value'],
    mergesGroups: false,
    headingFill: 'FFF2CC',
    font: '等线',
    footnotes: ['填表说明：', '1. 面积保留两位小数。', '2. 没有的项目填0。'],
  },
  {
    top: 2,
    left: 2,
    parts: ['no', 'group', 'title', 'value', 'unit', 'required'],
    mergesGroups: false,
    headingFill: 'EDEDED',
    font: '微软雅黑',
    footnotes: [],
  },
]

/** How one office draws a table with one record per row. */
export interface TableLayout {
  readonly top: number
  readonly left: number
  /** Group headings stand above the titles. */
  readonly withGroups: boolean
  /** Column ids that come first, in this order; the others follow as registered. */
  readonly first: readonly string[]
  readonly headingFill: string
  readonly font: string
  /** A column 序号 of the office's own. */
  readonly counts: boolean
  /** A row 合计 below the records. */
  readonly totals: boolean
  /** Extra columns the register does not know, with what stands in them. */
  readonly extras: readonly { readonly title: string; readonly value: string }[]
}

export const plainTable: TableLayout = {
  top: 0,
  left: 0,
  withGroups: false,
  first: [],
  headingFill: 'D9E2F3',
  font: '宋体',
  counts: true,
  totals: false,
  extras: [],
}

export const groupedTable: TableLayout = {
  ...plainTable,
  top: 1,
  withGroups: true,
  headingFill: 'DDEBF7',
  font: '仿宋',
  totals: true,
  extras: [{ title: '备注', value: '' }],
}
