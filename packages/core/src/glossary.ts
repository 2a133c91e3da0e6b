/** One term of the field: one English word for one Chinese term, everywhere. `avoid`: words that must not stand for it in code. */
export interface Term {
  readonly chinese: string
  readonly english: string
  readonly meaning: string
  readonly avoid?: readonly string[]
}

/** The field's standard terms. docs/glossary.md is generated from this list. */
export const glossary: readonly Term[] = [
  {
    chinese: '标准包',
    english: 'pack',
    meaning: '一套评价标准的全部数据：台账、参数、指标、审核关系、表式、提纲',
    avoid: ['ruleset', 'framework'],
  },
  {
    chinese: '台账、表册',
    english: 'register',
    meaning: '有类型的数据表，每行记一个单位或事项',
    avoid: ['datatable', 'dataset'],
  },
  { chinese: '列、填报项目', english: 'column', meaning: '台账的一列；竖式表的一个填报项目' },
  { chinese: '学校名册（单位名册）', english: 'roster', meaning: '应报单位的名单，决定应有多少家' },
  { chinese: '填报', english: 'submission', meaning: '一个单位对一张台账一个报告期的一次填报' },
  { chinese: '要素', english: 'element', meaning: '台账行的聚合值，没有标准' },
  { chinese: '指标', english: 'indicator', meaning: '由要素算出、按标准评判的值', avoid: ['kpi', 'metric'] },
  { chinese: '参数', english: 'parameter', meaning: '有出处、有起止日期的标准值、权重或限额' },
  { chinese: '标准', english: 'standard', meaning: '指标要满足的比较式', avoid: ['threshold'] },
  { chinese: '维度', english: 'dimension', meaning: '区分评价对象的方面，如学校、学段' },
  { chinese: '评价对象的层次', english: 'grain', meaning: '一类评价对象：县、县学段、学校、学校学段' },
  { chinese: '评价对象', english: 'subject', meaning: '被评价的一个对象，如某校小学段' },
  { chinese: '图示值、数字', english: 'figure', meaning: '一个要素或指标在一个对象上的值，页面和报告上的每个数字' },
  { chinese: '学段', english: 'stage', meaning: '小学、初中等教育阶段' },
  { chinese: '校际差异系数', english: 'dispersion', meaning: '按学生数加权的标准差除以加权平均' },
  { chinese: '评判结论', english: 'state', meaning: '达标、未达标、待定、不适用、错误' },
  { chinese: '总体结论', english: 'verdict', meaning: '全县是否达到整套标准' },
  { chinese: '一票否决、降档、封顶', english: 'effect', meaning: '在得分之外起作用的事项：veto、downgrade、cap' },
  { chinese: '一票否决', english: 'veto', meaning: '发生即整体不通过' },
  { chinese: '审核关系', english: 'check', meaning: '表内、表间应当成立的关系' },
  { chinese: '问题清单条目', english: 'finding', meaning: '读取或审核中发现的一处问题、修正或说明' },
  { chinese: '差额', english: 'gap', meaning: '离标准还差多少，由公式反算' },
  { chinese: '覆盖', english: 'coverage', meaning: '应报多少、已报多少、不适用多少' },
  { chinese: '未报', english: 'missing', meaning: '应填而没有填，不等于零' },
  { chinese: '不适用', english: 'not_applicable', meaning: '按规则不必填，不进入汇总' },
  { chinese: '存疑', english: 'doubtful', meaning: '有值，但相关审核关系不成立' },
  { chinese: '佐证材料', english: 'evidence', meaning: '证明达标的文件、名册、照片等' },
  { chinese: '依据', english: 'basis', meaning: '文件名称、文号与条款' },
  { chinese: '评估运行', english: 'run', meaning: '一次评估，固定标准包版本与数据快照' },
  { chinese: '数据快照', english: 'snapshot', meaning: '评估所用全部数据行的摘要' },
  { chinese: '数字的来历', english: 'trace', meaning: '从数字到公式、参数、台账行、单元格的链' },
  { chinese: '报告提纲', english: 'outline', meaning: '报告的章节与绑定数字的句子' },
  { chinese: '官方表式', english: 'form', meaning: '按格生成的官方表格' },
  { chinese: '指标式', english: 'formula', meaning: '本系统的公式语言' },
  {
    chinese: '审计记录',
    english: 'event',
    meaning: '谁在何时何地对什么做了什么、结果如何；只增不改',
  },
  { chinese: '审计链', english: 'chain', meaning: '一个县的全部审计记录，每条的鉴别码含上一条的鉴别码' },
  { chinese: '检查点', english: 'checkpoint', meaning: '库外保存的审计链末条的序号与鉴别码，有签名' },
  { chinese: '鉴别码', english: 'mac', meaning: '由密钥和内容算出的码，没有密钥的人算不出来' },
]
