import type { PastedPerson } from './import-contracts.ts'

export type PersonField = Exclude<keyof PastedPerson, 'line'>

/** What the columns of a list of people are called, the usual title first. */
export const headings: Readonly<Record<PersonField, readonly string[]>> = {
  name: ['姓名', '人员姓名', '名字'],
  unit: ['单位', '单位名称', '所在单位', '学校', '学校名称', '工作单位'],
  id_number: ['证件号码', '身份证件号码', '身份证号', '身份证号码', '公民身份号码'],
  phone: ['手机号码', '手机', '手机号', '电话', '联系电话'],
  login_name: ['登录名', '账号', '用户名'],
}
