/** Words of how much room units have for their files. */
export const quotaMessages = {
  title: '佐证空间',
  purpose: '各单位的佐证材料已用空间和上限；没有单独设的用统一上限',
  county: '县（市、区）',
  common: (bytes: string) => `统一上限 ${bytes}`,
  columns: { unit: '单位', used: '已用', share: '占上限', quota: '上限', set: '设置', deeds: '' },
  isCommon: '统一上限',
  setBy: (on: string, by: string) => `${on} ${by}`,
  set: '设上限',
  setFor: (name: string) => `${name}的空间上限`,
  hint: '各版本合计。小于已用的也可以：已有的材料都在，只是不能再传。留空恢复统一上限。',
  megabytes: '上限（MB）',
  ok: '保存',
  done: (name: string) => `${name}的上限已保存`,
  empty: '没有单位',
  emptyAdvice: '在“组织机构”里建立单位后，列在这里。',
} as const
