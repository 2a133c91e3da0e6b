/** Words around the sentences in which a figure stands. */
export const mentionMessages = {
  inDraft: (report: string, state: string) => `报告稿《${report}》（${state}）`,
  open: (text: string) => `打开报告稿，到这一处：${text}`,
} as const
