/** Words of the page of counts for people who may not see the children. */
export const countMessages = {
  title: '控辍人数表',
  purpose: '三本台账各单位的人数，给不能看到孩子的人看，也可以公开：小的数和能由它算出的数不写明',
  county: '县（市、区）',
  year: '学年',
  yearOf: (year: number) => `${year}学年`,
  rule: (below: number) =>
    `1人以上、不足${below}人的写“不足${below}”；能由合计算出它的，写“不写明”。界限在标准包“控辍保学”的参数里。`,
  unit: '单位',
  people: '人',
  download: '下载',
  downloadTitle: '人数表',
  file: (year: number) => `${year}学年控辍保学人数表.xlsx`,
  none: '还没有适龄儿童少年名册',
  noneAdvice: '县里的乡镇报了“适龄儿童少年名册”，这里就有人数。',
} as const
