/** Words of the page on which a city or province sees its counties. */
export const countyMessages = {
  title: '各县对照',
  purpose: '看所辖各县最近一次评估的结论，点县名进入该县，再到学校和原始单元格',
  pack: '标准包',
  node: '按哪一项排',
  nodeNone: '达标项目占比',
  columns: {
    rank: '名次',
    county: '县（市、区）',
    state: '结论',
    year: '年度',
    status: '性质',
    share: '达标项目占比',
    value: '所选项目',
    items: '达标 / 未达标 / 待定',
    coverage: '已报 / 应报',
    effects: '否决、降等与封顶',
    n: '依据',
  },
  status: { preview: '预览', official: '正式' },
  when: (at: string) => `${at} 计算`,
  note: (least: number) =>
    `只在年度与标准包版本相同的县之间排名；所依据的项目或学校不足 ${least} 个的不排名，数值相同的并列。名次只反映现有数据，有“待定”的县补报后会变。`,
  effectsNone: '均未触发',
  effectsOpen: (n: number) => `${n} 项待定`,
  empty: '还没有县做过评估',
  emptyAdvice: '所辖各县评估后，结论列在这里；各县各看各的，上级看全部。',
  summary: (all: number, met: number, unmet: number, open: number) =>
    `${all} 个县：达标 ${met}，未达标 ${unmet}，待定 ${open}`,
} as const
