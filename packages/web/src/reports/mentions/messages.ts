/** Words around the sentences in which a figure stands. */
export const mentionMessages = {
  inDraft: (report: string, state: string) => `报告稿《${report}》（${state}）`,
  open: (text: string) => `打开报告稿，到这一处：${text}`,
  inNoDraft: '还没有报告稿直接写到这个数。',
  inNoFile: '评估产生的报告和申报表也没有列出这个数。',
  nothingAbove: '也没有别的数由它算出。',
  aboveInNoDraft: (n: number) => `由它算出的 ${n} 个数，也还没有写进报告稿。起草报告时插入这些数，就会列在这里。`,
  above: '下列报告稿写的是由它算出的数：',
  prints: (title: string, subject: string) => `${title}${subject === '' ? '' : `（${subject}）`}`,
} as const
