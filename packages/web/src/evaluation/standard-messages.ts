/** Words for standards that are no plain comparison with a number. */
export const standardMessages = {
  must: '须达到',
  none: '须为 0',
  noneLacking: '须不缺',
  notAsked: '不作要求',
} as const
