import type { CaseStepBody } from '@eduduty/core/enrolment'

/** By whom a step of the demo is taken. */
export type CaseActor = 'school' | 'township' | 'bureau'

export interface CaseStoryStep {
  /** So many days ago. */
  readonly ago: number
  readonly by: CaseActor
  readonly step: string
  readonly fields?: Readonly<Record<string, string>>
  /** The last day that the step sets: so many days after it. */
  readonly due?: { readonly field: string; readonly days: number }
  readonly more?: Pick<CaseStepBody, 'exit' | 'proof' | 'amount'>
}

/** A child of the demo county out of school. Everybody is invented. */
export interface CaseStory {
  readonly name: string
  readonly sex: '男' | '女'
  readonly bornOn: string
  readonly guardian: string
  readonly village: string
  readonly township: string
  /** Absent for a child that never went to school. */
  readonly school?: string
  readonly grade?: string
  readonly groups: readonly string[]
  readonly grounds: string
  readonly openedAgo: number
  readonly steps: readonly CaseStoryStep[]
  /** Offered to this school and not answered yet. */
  readonly offeredTo?: string
}

const visit = (ago: number, by: CaseActor, found: string): CaseStoryStep => ({
  ago,
  by,
  step: 'visit',
  fields: { visitors: by === 'school' ? '班主任、德育主任' : '驻村干部', found },
})

const persuade = (ago: number, by: CaseActor, cause: string, course: string): CaseStoryStep => ({
  ago,
  by,
  step: 'persuade',
  fields: {
    persuaders: by === 'school' ? '副校长、班主任' : '分管副镇长、教育专干',
    cause,
    course,
    attitude: '愿意再想想',
  },
})

const returned = (ago: number): CaseStoryStep => ({
  ago,
  by: 'school',
  step: 'return_to_school',
  fields: { class: '原班级' },
  more: { proof: '复学登记表' },
})

const junior = { township: '石桥镇', school: '石桥镇初级中学' } as const

const relapsed: Omit<CaseStory, 'openedAgo' | 'steps'> = {
  name: '鲁小岩',
  sex: '男',
  bornOn: '2012-08-09',
  guardian: '鲁长河',
  village: '河湾村',
  ...junior,
  grade: '初二（4）班',
  groups: ['留守'],
  grounds: '外出务工，未请假',
}

export const caseStories: readonly CaseStory[] = [
  {
    name: '江小禾',
    sex: '女',
    bornOn: '2013-03-12',
    guardian: '江大河',
    village: '石桥村',
    ...junior,
    grade: '初一（2）班',
    groups: ['留守'],
    grounds: '国庆假后连续缺勤，电话无人接',
    openedAgo: 30,
    steps: [visit(28, 'school', '随祖母在家，母亲在外地'), persuade(22, 'school', '厌学', '谈了两小时，答应下周返校')],
  },
  {
    name: '石小峰',
    sex: '男',
    bornOn: '2012-11-02',
    guardian: '石有田',
    village: '柳湾村',
    ...junior,
    grade: '初二（1）班',
    groups: ['困境'],
    grounds: '学籍在册，开学未报到',
    openedAgo: 46,
    steps: [
      ...[visit(45, 'school', '家中无人，邻居称在县城打工'), persuade(44, 'school', '外出务工', '电话劝返，未同意')],
      persuade(40, 'school', '外出务工', '约到镇上面谈，家长未到'),
      { ago: 36, by: 'school', step: 'report', fields: { course: '走访一次、劝返两次，均未返校' } },
      persuade(30, 'township', '外出务工', '会同村委会上门，讲明法律责任'),
      { ago: 3, by: 'township', step: 'order_return', due: { field: 'return_by', days: 8 } },
    ],
  },
  {
    name: '杜小雪',
    sex: '女',
    bornOn: '2013-01-20',
    guardian: '杜明亮',
    village: '石桥村',
    ...junior,
    grade: '初一（5）班',
    groups: ['留守', '随迁'],
    grounds: '缺勤名册连续五天',
    openedAgo: 52,
    steps: [
      visit(51, 'school', '在家照看弟弟'),
      persuade(50, 'school', '家庭困难', '落实资助后同意返校'),
      returned(44),
    ],
  },
  {
    name: '温小远',
    sex: '男',
    bornOn: '2012-05-30',
    guardian: '温建国',
    village: '柳湾村',
    ...junior,
    grade: '初二（3）班',
    groups: ['随迁'],
    grounds: '随父母外出，学籍未转',
    openedAgo: 80,
    steps: [
      persuade(78, 'school', '随家长外出', '家长称已在外省就读'),
      ...[
        {
          ago: 72,
          by: 'school',
          step: 'propose_exit',
          more: { exit: 'transferred', proof: '接收学校学籍证明' },
        } as const,
      ],
      { ago: 70, by: 'bureau', step: 'confirm_exit' },
    ],
  },
  {
    ...relapsed,
    openedAgo: 330,
    steps: [
      ...[visit(329, 'school', '父子都在外地'), persuade(326, 'school', '外出务工', '父亲同意送回'), returned(320)],
      { ago: 205, by: 'school', step: 'stay_stable', more: { exit: 'returned_stable', proof: '一学期出勤记录' } },
      { ago: 203, by: 'bureau', step: 'confirm_exit' },
    ],
  },
  {
    ...relapsed,
    grounds: '再次离校，同学称又去了外地',
    openedAgo: 9,
    steps: [visit(8, 'school', '只有祖父在家'), persuade(6, 'school', '厌学', '视频劝返')],
  },
  {
    name: '颜小安',
    sex: '女',
    bornOn: '2019-06-18',
    guardian: '颜守业',
    village: '石桥村',
    township: '石桥镇',
    groups: ['残疾'],
    grounds: '适龄未入学，入户摸排发现',
    openedAgo: 12,
    steps: [visit(10, 'township', '言语残疾，家长不知可以送教上门')],
  },
  {
    name: '尤小川',
    sex: '男',
    bornOn: '2012-10-10',
    guardian: '尤志远',
    village: '柳湾村',
    ...junior,
    grade: '初二（2）班',
    groups: [],
    grounds: '随母亲出国，未办手续',
    openedAgo: 20,
    steps: [{ ago: 2, by: 'school', step: 'propose_exit', more: { exit: 'abroad', proof: '护照和出境记录' } }],
  },
  {
    name: '谷小满',
    sex: '女',
    bornOn: '2015-05-21',
    guardian: '谷有德',
    village: '石桥村',
    township: '石桥镇',
    school: '柳林镇中心小学',
    grade: '五（1）班',
    groups: [],
    grounds: '搬回老家，两周未到校',
    openedAgo: 7,
    steps: [persuade(5, 'school', '随家长外出', '家长愿转到石桥镇就读')],
    offeredTo: '石桥镇中心小学',
  },
]
