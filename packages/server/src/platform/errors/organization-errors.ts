import type { ErrorEntry } from './error-entry.ts'

/** Refusals around units, posts and areas. */
export const organizationErrors = {
  'organizations.unit_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这个单位。',
    advice: '请刷新页面，从列表中重新选择。',
  },
  'organizations.post_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这个岗位。',
    advice: '请刷新页面，从列表中重新选择。',
  },
  'organizations.administrator_post': {
    status: 409,
    exit: 2,
    says: '岗位“{title}”授有管理员角色，而且有人在任，不能撤销。',
    advice: '请先由安全管理员收回授权或结束任职，经复核后再撤销。',
  },
  'organizations.parent_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到上级单位，或它已经撤销。',
    advice: '请选择一个在办的上级单位；县政府本级要最先设立。',
  },
  'organizations.name_invalid': {
    status: 400,
    exit: 2,
    says: '名称“{name}”不能使用。',
    advice: '名称写在一行里，不超过 80 个字，不以空格或 = + - @ 等符号开头。',
  },
  'organizations.name_taken': {
    status: 409,
    exit: 2,
    says: '“{parent}”之下已有名为“{name}”的单位。',
    advice: '请在名称中加上地名或序号，与它区别；确是同一单位的不要重复登记。',
  },
  'organizations.code_invalid': {
    status: 400,
    exit: 2,
    says: '代码 {code} 不对：{reason}。',
    advice: '请对照批准文件或证书核对后重新填写。',
  },
  'organizations.code_taken': {
    status: 409,
    exit: 2,
    says: '代码 {code} 已有单位使用（撤销的单位也保留其代码）。',
    advice: '请核对代码；同一单位不要重复设立。',
  },
  'organizations.id_taken': {
    status: 409,
    exit: 2,
    says: '单位标识 {id} 已经使用。',
    advice: '请不要填单位标识，由系统编号。',
  },
  'organizations.date_invalid': {
    status: 400,
    exit: 2,
    says: '日期 {date} 不能使用：{reason}。',
    advice: '请改正日期后重试；将来生效的变更，到生效之日再登记。',
  },
  'organizations.unit_closed': {
    status: 409,
    exit: 2,
    says: '{name} 已经撤销。',
    advice: '撤销的单位只能查看，不能再变更。',
  },
  'organizations.unit_has_members': {
    status: 409,
    exit: 2,
    says: '{name} 还有 {count} 个在办的下级单位。',
    advice: '请先把它们调整到别的单位，或改用合并。',
  },
  'organizations.move_below_itself': {
    status: 409,
    exit: 2,
    says: '{name} 不能调整到自己或自己的下级之下。',
    advice: '请另选一个上级单位。',
  },
  'organizations.government_stays': {
    status: 409,
    exit: 2,
    says: '政府本级不能调整隶属、合并、拆分或撤销。',
    advice: '行政区划调整请先导入新的行政区划，再分别办理下属单位。',
  },
  'organizations.government_exists': {
    status: 409,
    exit: 2,
    says: '{code} 的政府已经设立。',
    advice: '请直接在它之下设立单位。',
  },
  'organizations.nothing_to_change': {
    status: 409,
    exit: 2,
    says: '{name} 没有变化。',
    advice: '请先修改再提交。',
  },
  'organizations.successor_unclear': {
    status: 400,
    exit: 2,
    says: '没有说清楚由谁承接：{reason}。',
    advice: '请为每个下级单位选定承接的单位，承接单位须在办。',
  },
} as const satisfies Record<string, ErrorEntry>
