import type { MatchRole } from './person.ts'

export const roleTitles: Readonly<Record<MatchRole, string>> = {
  identity: '身份证号',
  name: '姓名',
  birth: '出生日期',
  sex: '性别',
  guardian: '监护人',
  address: '住址',
}

/** Where a finding stands. */
export const findingStates = { open: '待核实', confirmed: '属实', excluded: '排除', gone: '已销' } as const

/** Where a proposal stands. */
export const proposalStates = { open: '待确认', same: '同一人', different: '不是同一人', gone: '已销' } as const
