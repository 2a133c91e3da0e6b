/** Words of documents that need no formula; which of them is known depends on the place. */
export const WORD_NAMES: ReadonlySet<string> = new Set([
  ...[
    '县名',
    '县代码',
    '年度',
    '评价日期',
    '认定结论',
    '评分说明',
    '得分',
    '等次',
    '达标项数',
    '未达标项数',
    '待定项数',
    '未报说明',
    '未报份数',
    '标准名称',
    '标准文号',
  ],
  ...['序号', '对象名称', '列出数', '总数'],
  ...[
    '编号',
    '标题',
    '单位',
    '指标值',
    '标准',
    '差距',
    '应评数',
    '未达标数',
    '待定数',
    '名单',
    '等',
    '未报单位',
    '责任单位',
    '依据',
    '自评依据',
    '影响最大',
    '补齐',
    '比上年',
  ],
])

/** Word for the full official wording of an indicator. */
export const fullNameWord = (indicator: string): string => `全称.${indicator}`
