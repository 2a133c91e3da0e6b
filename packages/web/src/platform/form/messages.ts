/** Words that every form shares. */
export const formMessages = {
  cancel: '取消',
  day: '年-月-日',
  reason: '事由',
  reasonRule: '请写明事由（2 到 200 字）',
} as const
