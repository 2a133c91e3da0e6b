import type { Register } from '../../packs/index.ts'

/** Columns of 入户摸排表: what is printed, how wide it is, and what is read when the list comes back. */
export const doorColumns = [
  { id: 'place_no', title: '序号', width: 5 },
  { id: 'village', title: '村（居）', width: 9 },
  { id: 'child_name', title: '儿童姓名', width: 9 },
  { id: 'sex', title: '性别', width: 5 },
  { id: 'birth_on', title: '出生日期', width: 11 },
  { id: 'id_number', title: '身份证号', width: 12 },
  { id: 'guardian', title: '监护人', width: 9 },
  { id: 'home_address', title: '家庭住址', width: 20 },
  { id: 'says', title: '为什么要上门', width: 26 },
  { id: 'whereabouts', title: '现在哪里（就读学校、务工、在家）', width: 20 },
  { id: 'papers', title: '有无户口、学籍', width: 9 },
  { id: 'answer', title: '核实结果（属实、排除）', width: 9 },
  { id: 'proof', title: '凭什么排除（证明、日期）', width: 16 },
  { id: 'visitor', title: '走访人签字、日期', width: 12 },
  { id: 'mark', title: '编号（勿改）', width: 10 },
] as const

export type DoorColumn = (typeof doorColumns)[number]['id']

/** The list as a table that is read back; all of it is text as it was written. */
export const doorRegister: Register = {
  id: 'door_list',
  title: '入户摸排表',
  row_is: '一名儿童',
  period: '时点',
  reporter: '乡镇、学校',
  columns: doorColumns.map(({ id, title }) => ({ id, title, type: 'text' })),
}

export const DOOR_MARK_LENGTH = 8

/** How a finding is named on paper: together with the name of the child it is told from all others. */
export const doorMark = (finding: string): string => finding.slice(0, DOOR_MARK_LENGTH)
