import type { RoleId } from '@eduduty/core/identity'
import { getSchool } from '../county.ts'
import { townshipUnit } from './demo-units.ts'

/** A person of the demo county with one post and what it may do. Every name is invented. */
export interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly area: 'county' | 'city'
  readonly unit: string
  readonly post: string
  readonly role: RoleId
  /** Units at or below which the role reaches; G the whole area. */
  readonly scopes: readonly string[]
}

const school = (name: string): string => `S${getSchool(name).code}`
const inCounty = { area: 'county' } as const
const wholeCounty = { ...inCounty, scopes: ['G'] } as const

const centreSchool = school('石桥镇中心小学')
const juniorSchool = school('石桥镇初级中学')

/** Somebody of the city above, who reaches all of it. */
function cityPerson(login: string, name: string, unit: string, post: string, role: RoleId): DemoPerson {
  return { area: 'city', scopes: ['G'], login, name, unit, post, role }
}

/** One for each role, and a second one where two are needed; the first stands first in the list to choose from. */
export const demoStaff: readonly DemoPerson[] = [
  { ...wholeCounty, login: 'dudao', name: '陆知行', unit: 'D01', post: '督导办主任', role: 'supervisor' },
  { ...wholeCounty, login: 'xianzhang', name: '沈望舒', unit: 'G', post: '分管副县长', role: 'leader' },
  { ...wholeCounty, login: 'jiaoyuju', name: '顾怀远', unit: 'D02', post: '教育局局长', role: 'department_head' },
  { ...wholeCounty, login: 'kongchuo', name: '纪采薇', unit: 'D02', post: '控辍保学专干', role: 'enrolment_clerk' },
  {
    ...inCounty,
    scopes: ['D03'],
    login: 'caizheng',
    name: '宋清和',
    unit: 'D03',
    post: '教育经费填报员',
    role: 'department_clerk',
  },
  {
    ...inCounty,
    scopes: [townshipUnit('石桥镇')],
    login: 'shiqiao',
    name: '白若溪',
    unit: townshipUnit('石桥镇'),
    post: '教育专干',
    role: 'township_clerk',
  },
  {
    ...inCounty,
    scopes: [centreSchool],
    login: 'xiaozhang',
    name: '程远山',
    unit: centreSchool,
    post: '校长',
    role: 'school_head',
  },
  {
    ...inCounty,
    scopes: [centreSchool],
    login: 'xuexiao',
    name: '叶晴川',
    unit: centreSchool,
    post: '填报员',
    role: 'school_clerk',
  },
  {
    ...inCounty,
    scopes: [juniorSchool],
    login: 'chuzhong',
    name: '邵文澜',
    unit: juniorSchool,
    post: '填报员',
    role: 'school_clerk',
  },
  {
    ...inCounty,
    scopes: [centreSchool],
    login: 'ziyuan',
    name: '苏念慈',
    unit: centreSchool,
    post: '资源教师',
    role: 'school_clerk',
  },
  { ...wholeCounty, login: 'tejiao', name: '倪向晚', unit: 'D02', post: '特殊教育专干', role: 'enrolment_clerk' },
  { ...wholeCounty, login: 'duxue', name: '季长风', unit: 'D01', post: '责任督学', role: 'inspector' },
  {
    area: 'city',
    scopes: ['G'],
    login: 'shidudao',
    name: '裴松年',
    unit: 'D01',
    post: '市督学',
    role: 'superior_supervisor',
  },
  cityPerson('shifuzhang', '薛云舟', 'G', '分管副市长', 'leader'),
  cityPerson('shiduxue1', '温如初', 'D01', '市督学（评委）', 'inspector'),
  cityPerson('shiduxue2', '骆明川', 'D01', '市督学（评委）', 'inspector'),
  cityPerson('shiduxue3', '曲静姝', 'D01', '市督学（复核）', 'inspector'),
  { ...wholeCounty, login: 'xitong', name: '严子默', unit: 'D15', post: '系统管理员', role: 'system_admin' },
  { ...wholeCounty, login: 'anquan', name: '方思齐', unit: 'D15', post: '安全管理员', role: 'security_admin' },
  { ...wholeCounty, login: 'fuhe', name: '魏明远', unit: 'D15', post: '安全管理员（复核）', role: 'security_admin' },
  { ...wholeCounty, login: 'shenji', name: '韩静之', unit: 'D15', post: '审计管理员', role: 'auditor' },
]
