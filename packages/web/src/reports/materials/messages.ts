/** Words of the group of further documents on a run's page. */
export const materialMessages = {
  title: '汇报材料',
  hint: '由本次评估的数字现做，同一次评估做出来的文件相同。',
  make: '生成',
  toTemplates: '管理模板',
  template: (title: string) => `模板：${title}`,
  columns: { title: '材料', what: '内容', make: '生成' },
  slides: {
    title: '汇报幻灯片',
    what: '封面、提纲、各部分要点、图表、问题与下一步；每页备注里有整句和数字出处，可在 WPS 里改',
    hint: '从自评报告摘出要点，图表可编辑。需要放照片的，在这里加上（每张 3 MB 以内的 jpg、png，最多 12 张，只放进这一次的文件，不留存）。',
    add: '添加照片',
    remove: '去掉',
    caption: (file: string) => `${file} 的说明`,
    name: (county: string, year: number) => `${county}${year}年-汇报幻灯片.pptx`,
  },
  briefing: {
    title: '部门备答手册',
    what: '各部门一章：每个数的数值、标准与依据、公式代入、来源、上年、可能被问到什么和怎样答',
    split: '部门备答手册（每个部门一本）',
    splitWhat: '同上，按部门分开，打成一个 zip',
    name: (county: string, year: number) => `${county}${year}年-部门备答手册`,
  },
  templateWhat: '按本单位的 Word 模板填写',
} as const
