import type { CarePlanBody, CareVisitBody, DiagnosisBody, LessonBody, PlaceBody } from '@eduduty/core/enrolment'

type Ago<Body> = Body extends unknown ? Omit<Body, 'on'> & { readonly ago: number } : never

/** Looked at again so many days after. */
type StoryPlacement = Ago<Omit<PlaceBody, 'school' | 'review_on'>> & { readonly reviewAfter: number }

/** A child of the demo county in care; every day is so many days ago. Everybody is invented. */
export interface CareStory {
  readonly name: string
  readonly sex: '男' | '女'
  readonly bornOn: string
  readonly guardian: string
  readonly village: string
  readonly school: string
  readonly grade: string
  readonly groups: readonly string[]
  readonly registeredAgo: number
  readonly placement?: StoryPlacement
  readonly lessons?: readonly Ago<LessonBody>[]
  readonly plan?: Ago<CarePlanBody>
  readonly visits?: readonly Ago<CareVisitBody>[]
  readonly diagnosis?: Ago<DiagnosisBody>
}

const centre = '石桥镇中心小学'
const junior = '石桥镇初级中学'
const committee = '县残疾人教育专家委员会'

const taught = (ago: number, what: string): Ago<LessonBody> => ({
  ago,
  state: 'held',
  teachers: '周老师、吴老师',
  hours: '2',
  taught: what,
  place: '家中',
})

const subjects = ['认识数字1到10', '生活语文：我的家', '手部精细动作训练', '绘本共读', '认识时间'] as const

/** One lesson every so many days, the first so long ago. */
const everyDays = (from: number, step: number, until: number): readonly Ago<LessonBody>[] =>
  Array.from({ length: Math.floor((from - until) / step) + 1 }, (_, k) =>
    taught(from - k * step, subjects[k % subjects.length] ?? subjects[0]),
  )

const atHome = (ago: number, opinion: string): StoryPlacement => ({
  ago,
  reviewAfter: 90,
  kind: 'taught_at_home',
  class: '',
  decider: committee,
  opinion,
  reasons: '不能到校，监护人同意送教',
})

export const careStories: readonly CareStory[] = [
  {
    name: '方小舟',
    sex: '男',
    bornOn: '2016-04-11',
    guardian: '方长青',
    village: '石桥村',
    school: centre,
    grade: '四（2）班',
    groups: ['残疾'],
    registeredAgo: 85,
    placement: atHome(84, '重度肢体残疾，建议送教上门'),
    lessons: everyDays(82, 7, 2),
    diagnosis: {
      ago: 86,
      assessed_by: committee,
      items: [
        { item: 'ability', text: '不能独立行走，语言理解较好（示例）' },
        { item: 'needs', text: '康复训练、辅具（示例）' },
        { item: 'advice', text: '送教上门，每学年复核（示例）' },
      ],
    },
  },
  {
    name: '颜小朵',
    sex: '女',
    bornOn: '2013-02-20',
    guardian: '颜守诚',
    village: '柳湾村',
    school: junior,
    grade: '初一（3）班',
    groups: ['残疾'],
    registeredAgo: 86,
    placement: atHome(84, '多重残疾，建议送教上门'),
    lessons: [
      ...everyDays(80, 20, 40),
      { ago: 30, state: 'cancelled', teachers: '郑老师', reason: '孩子住院' },
      { ago: 12, state: 'cancelled', teachers: '郑老师', reason: '教师外出培训，没有补' },
    ],
  },
  {
    name: '乔小雨',
    sex: '女',
    bornOn: '2017-07-02',
    guardian: '乔大有',
    village: '石桥村',
    school: centre,
    grade: '三（1）班',
    groups: ['残疾'],
    registeredAgo: 80,
    placement: {
      ago: 80,
      reviewAfter: 330,
      kind: 'inclusive_class',
      class: '三（1）班',
      decider: committee,
      opinion: '听力残疾，佩戴助听器后可随班就读',
      reasons: '',
    },
  },
  {
    name: '童小荷',
    sex: '女',
    bornOn: '2014-03-12',
    guardian: '童大海',
    village: '石桥村',
    school: centre,
    grade: '六（2）班',
    groups: ['留守'],
    registeredAgo: 75,
    plan: {
      ago: 74,
      kind: 'left_behind',
      carer: '祖母',
      situation: '父母在外省务工，每年回家一次',
      needs: '学习辅导、每周与父母通话',
      measures: '班主任每周辅导一次，学校亲情电话每周五开放',
      helper: '周老师',
      helper_post: '六（2）班班主任',
      helper_phone: '19900003333',
    },
    visits: [
      { ago: 47, visitors: '周老师', found: '祖母身体不好，作业无人看', next: '安排课后服务' },
      { ago: 18, visitors: '周老师', found: '情绪稳定，作业按时完成', next: '' },
    ],
  },
  {
    name: '谷小田',
    sex: '男',
    bornOn: '2013-11-25',
    guardian: '谷有粮',
    village: '柳湾村',
    school: junior,
    grade: '初一（1）班',
    groups: ['困境'],
    registeredAgo: 70,
    plan: {
      ago: 70,
      kind: 'in_hardship',
      carer: '伯父',
      situation: '父亲重病，家庭困难',
      needs: '生活补助、心理支持',
      measures: '申请困难补助；心理老师每月谈一次',
      helper: '郑老师',
      helper_post: '初一年级组长',
      helper_phone: '19900004444',
    },
    visits: [{ ago: 55, visitors: '郑老师、驻村干部', found: '补助已发放，孩子话少', next: '请心理老师约谈' }],
  },
]
