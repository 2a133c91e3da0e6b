/** Words of the group of further documents on a run's page. */
export const materialMessages = {
  title: '汇报材料',
  hint: '由本次评估的数字现做，同一次评估做出来的文件相同。',
  empty: '还没有模板。',
  make: '生成',
  toTemplates: '管理模板',
  template: (title: string) => `模板：${title}`,
  columns: { title: '材料', what: '内容', make: '生成' },
  templateWhat: '按本单位的 Word 模板填写',
} as const
