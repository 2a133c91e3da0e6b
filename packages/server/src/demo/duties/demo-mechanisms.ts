import type { BodyBody, MeetingBody, PromiseBody, ProposalBody } from '@eduduty/core/duties'
import { getSchool } from '../county.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import type { StoryName } from './task-stories.ts'

/** What became of a decision or a promise: a task with its story, a note, or nothing. */
export interface Fate {
  readonly story?: StoryName
  readonly settled?: readonly [day: string, says: string]
}

export interface DemoMeeting extends Omit<MeetingBody, 'held_on' | 'decisions'> {
  /** Month and day. */
  readonly on: string
  readonly decisions: readonly (Fate & { readonly text: string; readonly unit?: string; readonly due?: string })[]
}

const school = (name: string): string => `S${getSchool(name).code}`
const shiqiao = townshipUnit('石桥镇')
const liulin = townshipUnit('柳林镇')

/** Every name is invented. One decision of the county is not carried out, and nobody has been given another. */
export const demoMeetings: readonly DemoMeeting[] = [
  {
    unit: 'G',
    kind: '政府常务会',
    title: '第4次县政府常务会',
    on: '03-06',
    chair: '县长 卢照邻',
    topics: ['义务教育优质均衡创建', '教育经费保障'],
    document: '澄政纪〔2026〕4号',
    decisions: [
      { text: '教育费附加结余全部用于改善薄弱学校办学条件', unit: 'D03', due: '09-30', story: 'done' },
      { text: '完成城东小学新建用地划拨', unit: 'D08', due: '10-31', story: 'overdue' },
      { text: '每季度通报一次控辍保学进展', settled: ['10-12', '第三季度通报已印发'] },
    ],
  },
  {
    unit: 'G',
    kind: '党委会',
    title: '县委常委会第19次会议',
    on: '08-25',
    chair: '县委书记 卫其琛',
    topics: ['教师队伍建设', '秋季开学准备'],
    document: '澄常纪〔2026〕19号',
    decisions: [
      { text: '年底前补充紧缺学科教师80名', unit: 'D04', due: '12-20', story: 'underway' },
      { text: '开学前完成全县校舍安全排查', unit: 'D07', due: '08-31', settled: ['08-30', '排查61所，隐患当日整改'] },
    ],
  },
  {
    unit: 'G',
    kind: '督导委员会会议',
    title: '县教育督导委员会全体会议',
    on: '05-20',
    chair: '副县长 沈望舒',
    topics: ['乡镇教育工作目标责任考核办法'],
    document: '',
    decisions: [{ text: '修订乡镇考核办法并报县政府印发', unit: 'D01', due: '07-31' }],
  },
  {
    unit: 'G',
    kind: '联席会议',
    title: '校园安全联席会议',
    on: '09-18',
    chair: '副县长 沈望舒',
    topics: ['校园周边交通', '防溺水'],
    document: '',
    decisions: [],
  },
  {
    unit: shiqiao,
    kind: '党委会',
    title: '石桥镇党委会',
    on: '04-10',
    chair: '镇党委书记',
    topics: ['控辍保学', '学校周边环境'],
    document: '石委纪〔2026〕7号',
    decisions: [{ text: '包村干部逐户走访未入学儿童', settled: ['05-30', '走访完毕，3名已复学'] }],
  },
  {
    unit: shiqiao,
    kind: '专题会',
    title: '石桥镇教育工作专题会',
    on: '09-02',
    chair: '镇长',
    topics: ['校车和道路安全'],
    document: '',
    decisions: [{ text: '中心小学门前道路设减速带', due: '10-15', settled: ['09-28', '已安装'] }],
  },
  {
    unit: liulin,
    kind: '党委会',
    title: '柳林镇党委会',
    on: '06-15',
    chair: '镇党委书记',
    topics: ['尊师重教'],
    document: '',
    decisions: [],
  },
]

export const demoBodies: readonly (Omit<BodyBody, 'founded_on' | 'members'> & {
  readonly founded: string
  readonly members: readonly (readonly [name: string, post: string, role: BodyBody['members'][number]['role']])[]
})[] = [
  {
    unit: 'G',
    kind: '教育督导委员会',
    title: '澄湖县人民政府教育督导委员会',
    founded: '2021-04-08',
    document: '澄政办发〔2021〕12号',
    office: '县政府教育督导委员会办公室',
    members: [
      ['沈望舒', '县政府副县长', '主任'],
      ['顾怀远', '县教育局局长', '副主任'],
      ['宋青梧', '县财政局局长', '成员'],
      ['罗逢春', '县人力资源和社会保障局局长', '成员'],
      ['陆知行', '督导办主任', '办公室主任'],
    ],
  },
  {
    unit: 'G',
    kind: '领导小组',
    title: '控辍保学工作领导小组',
    founded: '2023-02-20',
    document: '澄政办函〔2023〕6号',
    office: '县教育局',
    members: [
      ['卢照邻', '县长', '组长'],
      ['沈望舒', '县政府副县长', '副组长'],
      ['顾怀远', '县教育局局长', '办公室主任'],
    ],
  },
  {
    unit: shiqiao,
    kind: '领导小组',
    title: '石桥镇教育工作领导小组',
    founded: '2024-03-01',
    document: '石政发〔2024〕9号',
    office: '镇党政办',
    members: [
      ['丁书岩', '镇长', '组长'],
      ['白若溪', '教育专干', '成员'],
    ],
  },
]

export const demoPromises: readonly (Omit<PromiseBody, 'made_on' | 'due_on'> &
  Fate & { readonly on: string; readonly due: string })[] = [
  {
    unit: 'G',
    kind: '民生实事',
    title: '改造10所农村学校厕所',
    source: '2026年县政府工作报告',
    on: '01-20',
    due: '08-31',
    lead: 'D02',
    settled: ['08-20', '10所全部完工'],
  },
  {
    unit: 'G',
    kind: '民生实事',
    title: '新增公办幼儿园学位600个',
    source: '2026年县政府工作报告',
    on: '01-20',
    due: '12-15',
    lead: 'D02',
    story: 'onTheWay',
  },
  {
    unit: 'G',
    kind: '年度重点工作',
    title: '创建义务教育优质均衡发展县',
    source: '澄委发〔2026〕1号',
    on: '01-08',
    due: '12-31',
    lead: 'D01',
  },
  {
    unit: 'G',
    kind: '公开承诺',
    title: '课后服务覆盖全部义务教育学校',
    source: '县教育局公开承诺',
    on: '02-28',
    due: '09-15',
    lead: 'D02',
  },
]

export const demoProposals: readonly (Omit<ProposalBody, 'received_on'> & {
  readonly on: string
  readonly answered?: readonly [day: string, answer: string, satisfaction: '满意' | '基本满意']
})[] = [
  {
    unit: 'G',
    kind: '代表建议',
    no: '17',
    title: '解决城区小学大班额',
    raised_by: '县人大代表 易水寒',
    on: '02-10',
    lead: 'D02',
    answered: ['04-22', '澄教函〔2026〕11号：三年内新建两所小学', '满意'],
  },
  {
    unit: 'G',
    kind: '政协提案',
    no: '42',
    title: '加强农村学校心理健康教师配备',
    raised_by: '县政协委员 纪青岚',
    on: '02-12',
    lead: 'D02',
    answered: ['05-06', '澄教函〔2026〕13号：每片区配1名专职教师', '基本满意'],
  },
  {
    unit: 'G',
    kind: '政协提案',
    no: '45',
    title: '校门口上下学时段交通疏导',
    raised_by: '县政协教科组',
    on: '06-01',
    lead: 'D09',
  },
  {
    unit: 'G',
    kind: '人大视察',
    no: '',
    title: '视察义务教育法贯彻情况',
    raised_by: '县人大常委会',
    on: '10-20',
    lead: 'D02',
  },
]

/** Month and day, 到校 or 讲课, what about. */
type DemoVisit = readonly [on: string, kind: '到校' | '讲课', topic: string]

export const demoContacts: readonly {
  readonly unit: string
  readonly name: string
  readonly post: string
  readonly school: string
  readonly visits: readonly DemoVisit[]
}[] = [
  {
    unit: 'G',
    name: '沈望舒',
    post: '副县长',
    school: school('石桥镇中心小学'),
    visits: [
      ['03-12', '到校', '看食堂和宿舍'],
      ['09-01', '讲课', '开学第一课：法治教育'],
    ],
  },
  {
    unit: 'G',
    name: '卢照邻',
    post: '县长',
    school: school('石桥镇初级中学'),
    visits: [['06-05', '到校', '高考、中考准备']],
  },
  {
    unit: shiqiao,
    name: '丁书岩',
    post: '镇长',
    school: school('石桥镇中心小学'),
    visits: [
      ['03-20', '到校', '校门口道路'],
      ['10-09', '到校', '冬季取暖'],
    ],
  },
  { unit: shiqiao, name: '梅三弄', post: '镇党委副书记', school: school('石桥镇第二小学'), visits: [] },
]

/** Who has not signed though a pledge was made, and for whom none was made. */
export const unsigned = {
  made: ['南山乡', '县农业农村局', '大湾村'],
  none: ['枫岭乡', '县残疾人联合会', '高坎村', '梅子沟村'],
} as const
