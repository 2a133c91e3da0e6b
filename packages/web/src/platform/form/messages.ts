/** Words that every form shares. */
export const formMessages = {
  cancel: '取消',
  day: '年-月-日',
  noDay: (text: string) => `没有“${text}”这一天，请按年-月-日重新填写`,
  reason: '事由',
  reasonRule: (most: number) => `请写 2 到 ${most} 字`,
} as const
