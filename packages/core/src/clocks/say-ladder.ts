import type { ClockRule } from '../packs/index.ts'

/** In words, when people are reminded before the last day, and who is told how long after it. */
export function sayLadder({ remind, ladder }: Pick<ClockRule, 'remind' | 'ladder'>): string {
  const before = remind.length === 0 ? [] : [`到期前${remind.join('、')}天提醒`]
  const after = ladder.map(
    ({ after: days, unit, at, post }) => `逾期${days}${unit === '自然日' ? '天' : '个工作日'}告知${at}${post}`,
  )
  return [...before, ...after].join('；')
}
